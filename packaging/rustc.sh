#!/usr/bin/env bash
# What cargo calls in the place of the compiler for a release. The build script of minify-html-common writes tables in the
# order of a hash map, another one every time. It is compiled here from a copy in which those maps have an order.
set -euo pipefail

if [ "${CARGO_PKG_NAME:-}" != minify-html-common ] || [[ " $* " != *" --crate-name build_script_build "* ]]; then
  exec "$@"
fi

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r "$CARGO_MANIFEST_DIR/." "$copy"
sed --in-place \
  -e 's/^use std::collections::HashMap;$/use std::collections::BTreeMap as HashMap;/' \
  -e 's/^#\[derive(Deserialize, Hash, PartialEq, Eq, Clone, Copy)\]$/#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]/' \
  "$copy/build.rs"
if grep --quiet 'collections::HashMap' "$copy/build.rs" || ! grep --quiet 'BTreeMap as HashMap' "$copy/build.rs"; then
  echo "release: the build script of minify-html-common is not the one that $0 knows; see what order its tables have" >&2
  exit 1
fi

command=()
for argument in "$@"; do
  case $argument in
    build.rs | */build.rs) command+=("$copy/build.rs") ;;
    *) command+=("$argument") ;;
  esac
done
"${command[@]}"
