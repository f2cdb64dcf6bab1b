#!/usr/bin/env bash
# Puts a published folder into a bucket that serves a website, with rclone.
#
#   deploy-s3.sh public remote:bucket
#
# The order is what keeps visitors well: first assets, which pages need and which have a new name when they change; then
# everything else, pages last; and only when all of that stands there, what is gone is deleted. So a page in the bucket
# has its assets at every moment, also when this script is stopped halfway. Run it again to finish.
set -euo pipefail

if [ "$#" -ne 2 ]; then
  echo "usage: $0 FOLDER REMOTE:BUCKET" >&2
  exit 2
fi
folder=$(realpath "$1")
bucket=$2
if [ ! -f "$folder/.keuzewijzer/manifest" ]; then
  echo "$folder holds nothing that keuzewijzer published" >&2
  exit 1
fi

# The lock of a build: no build replaces the folder while it is read, and no two deploys run at once.
exec 9>>"$(dirname "$folder")/.$(basename "$folder").lock"
if ! flock --nonblock 9; then
  echo "a build or another deploy is busy with $folder" >&2
  exit 1
fi

# Not for visitors. A bucket cannot choose between a file and its compressed siblings: let the network in front compress.
never=(
  --filter '- /.keuzewijzer/**'
  --filter '- /README.md'
  --filter '- .git*'
  --filter '- _headers'
  --filter '- *.br'
  --filter '- *.gz'
)
a_year='public, max-age=31536000, immutable'
every_time='no-cache'

# Ending and type; pages last.
kinds=(
  'css|text/css; charset=utf-8'
  'js|text/javascript; charset=utf-8'
  'mjs|text/javascript; charset=utf-8'
  'bin|application/octet-stream'
  'json|application/json; charset=utf-8'
  'jsonld|application/ld+json'
  'zip|application/zip'
  'csv|text/csv; charset=utf-8'
  'xml|application/xml; charset=utf-8'
  'txt|text/plain; charset=utf-8'
  'svg|image/svg+xml; charset=utf-8'
  'webmanifest|application/manifest+json; charset=utf-8'
  'html|text/html; charset=utf-8'
)
known=$(printf '%s,' "${kinds[@]%%|*}")

# Only what differs by its hash is sent.
send() { # command, then options
  local command=$1
  shift
  rclone "$command" "$folder" "$bucket" --checksum --fast-list --s3-no-check-bucket "${never[@]}" "$@"
}

# The filters of a caller come first: the first that fits decides.
assets() { # how names end, then options
  local end=$1
  shift
  send copy "$@" --filter "+ /assets/**$end" --filter "+ /*/assets/**$end" --filter '- *' \
    --header-upload "Cache-Control: $a_year"
}

others() { # how names end, then options
  local end=$1
  shift
  send copy "$@" --filter '- /assets/**' --filter '- /*/assets/**' --filter "+ *$end" --filter '- *' \
    --header-upload "Cache-Control: $every_time"
}

for step in assets others; do
  # What has another ending, such as pictures: rclone knows the type.
  "$step" '' --filter "- *.{${known%,}}"
  for kind in "${kinds[@]}"; do
    "$step" ".${kind%%|*}" --header-upload "Content-Type: ${kind#*|}"
  done
done

# Nothing is left to send; this deletes what is gone.
send sync --delete-after
