#!/usr/bin/env bash
# Compiles a crate with counters of coverage when it is ours or reads files for us; all others as they are. Each of those
# has a profile of its own in Cargo.toml, so that Cargo keeps them apart from the same crate without counters.
set -euo pipefail
with_counters=" keuzewijzer fuzz calamine csv_core jsonc_parser pulldown_cmark quick_xml roxmltree tar toml toml_parser zip "
name=""
previous=""
for argument in "$@"; do
  if [ "$previous" = --crate-name ]; then name="$argument"; fi
  previous="$argument"
done
case "$with_counters" in
  *" $name "*)
    exec "$@" -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
      -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
      -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing
    ;;
  *) exec "$@" ;;
esac
