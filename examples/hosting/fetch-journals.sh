#!/bin/sh
# Fetches the journals of changes that are published now, and the list of outcomes that were shown, so that a build in an
# empty folder goes on from them (docs/changes.md).
#
#   fetch-journals.sh content previous
#   fetch-journals.sh content previous https://keuze.example
#
# A municipality is looked for at its `base_url`, otherwise in its folder at the `base_url` of the region, or at the address
# that is given. 404 means that it has no publication yet. Everything else that is no journal stops the run: a build
# without the journal would publish a new one in its place, and what it told would be lost. So does a list of outcomes that
# is not there while a journal is: without it somebody could subtract what is shown now from what was shown before.
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

# Fetches a file of the last publication: its address, where it goes, what it must hold, and how it is called. What was
# there is told in `found`.
fetch() {
  mkdir -p "$(dirname "$2")"
  rm -f "$2"
  # A connection that fails ends the run here.
  status=$(curl --silent --show-error --location --retry 3 --retry-delay 1 --max-time 60 \
    --output "$2" --write-out '%{http_code}' "$1")
  case $status in
    200)
      # A page that says «not found» with 200, or asks to log in, is not that file.
      if ! grep -q "$3" "$2"; then
        echo "$1: what it gives is no $5" >&2
        exit 1
      fi
      echo "$4: goes on from $1"
      found=yes
      ;;
    404)
      rm -f "$2"
      echo "$4: first publication, nothing at $1"
      found=no
      ;;
    *)
      echo "$1: answers $status" >&2
      exit 1
      ;;
  esac
}

region=$(base_url "$content/site.toml")
region=${given:-$region}
region=${region%/}
mkdir -p "$into"

# What outcomes were shown until now, at the front door of the region.
shown=getoonde-uitkomsten.json
fetch "$region/$shown" "$into/$shown" \
  '"keuzewijzer getoonde uitkomsten ' "the region" "list of outcomes that were shown"
knows_shown=$found

for folder in "$content"/municipalities/*/; do
  slug=$(basename "$folder")
  address=
  if [ -z "$given" ]; then
    address=$(base_url "$folder/municipality.toml")
  fi
  fetch "${address:-$region/$slug}/gegevens/wijzigingen.json" "$into/$slug/gegevens/wijzigingen.json" \
    '"keuzewijzer wijzigingen ' "$slug" "journal of changes"
  if [ "$found" = yes ] && [ "$knows_shown" = no ]; then
    echo "$region/$shown: not there, though $slug was published; put it there as it was published" >&2
    exit 1
  fi
done

if [ "$knows_shown" = no ]; then
  # Nothing was published, so nothing was shown.
  echo '{"vorm":"keuzewijzer getoonde uitkomsten 1","aanbieders":{}}' > "$into/$shown"
fi
