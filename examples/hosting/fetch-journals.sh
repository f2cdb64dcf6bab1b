#!/bin/sh
# Fetches the journals of changes that are published now, so that a build in an empty folder goes on from them
# (docs/changes.md).
#
#   fetch-journals.sh content previous
#   fetch-journals.sh content previous https://keuze.example
#
# A municipality is looked for at its `base_url`, otherwise in its folder at the `base_url` of the region, or at the address
# that is given. 404 means that it has no publication yet. Everything else that is no journal stops the run: a build
# without the journal would publish a new one in its place, and what it told would be lost.
set -eu

if [ "$#" -lt 2 ] || [ "$#" -gt 3 ]; then
  echo "usage: $0 CONTENT INTO [ADDRESS]" >&2
  exit 2
fi
content=$1
into=$2
given=${3-}

# The `base_url` of a TOML file, without a closing slash; empty when it has none.
base_url() {
  sed -n "s/^base_url[[:blank:]]*=[[:blank:]]*[\"']\([^\"']*\)[\"'].*/\1/p" "$1" | head -n 1 | sed 's|/*$||'
}

region=$(base_url "$content/site.toml")
region=${given:-$region}
region=${region%/}
mkdir -p "$into"

for folder in "$content"/municipalities/*/; do
  slug=$(basename "$folder")
  address=
  if [ -z "$given" ]; then
    address=$(base_url "$folder/municipality.toml")
  fi
  address=${address:-$region/$slug}/gegevens/wijzigingen.json
  file=$into/$slug/gegevens/wijzigingen.json
  mkdir -p "$(dirname "$file")"
  rm -f "$file"
  # A connection that fails ends the run here.
  status=$(curl --silent --show-error --location --retry 3 --retry-delay 1 --max-time 60 \
    --output "$file" --write-out '%{http_code}' "$address")
  case $status in
    200)
      # A page that says «not found» with 200, or asks to log in, is no journal.
      if ! grep -q '"keuzewijzer wijzigingen ' "$file"; then
        echo "$address: what it gives is no journal of changes" >&2
        exit 1
      fi
      echo "$slug: goes on from $address"
      ;;
    404)
      rm -f "$file"
      echo "$slug: first publication, nothing at $address"
      ;;
    *)
      echo "$address: answers $status" >&2
      exit 1
      ;;
  esac
done
