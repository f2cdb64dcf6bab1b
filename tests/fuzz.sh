#!/usr/bin/env bash
# Searches for inputs that a reader cannot take, guided by which code they reach: every target for so many seconds.
#   bash tests/fuzz.sh [seconds [target …]]
# What is found stands in target/fuzz/found; it becomes a file of tests/fuzz/corpus when it is mended. Not a part of
# tests/all.sh, which runs the same targets over the corpus. Needs a C++ compiler for the Rust targets, and for
# `search-in-browser` a system with glibc 2.38 or newer.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds="${1:-60}"
shift || true
corpus="$PWD/tests/fuzz/corpus"
made="$PWD/target/fuzz"
mkdir -p "$made/found"
memory=/dev/shm
[ -w "$memory" ] || memory="${TMPDIR:-/tmp}"
scratch="$(mktemp -d "$memory/keuzewijzer-fuzz.XXXXXX")"
trap 'rm -rf "$scratch"' EXIT

if [ $# -gt 0 ]; then targets=("$@"); else mapfile -t targets < <(ls "$corpus"); fi
limits=(-max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -malloc_limit_mb=1024 -print_final_stats=1)

for target in "${targets[@]}"; do
  printf '\n== %s\n' "$target"
  mkdir -p "$made/corpus/$target" "$scratch/$target"
  export KEUZEWIJZER_FUZZ_FOLDER="$scratch/$target" KEUZEWIJZER_FUZZ_TARGET="$target"
  folders=("$made/corpus/$target" "$corpus/$target")
  options=("${limits[@]}" -artifact_prefix="$made/found/$target-")
  if [ "$target" = search-in-browser ]; then
    npm ci --prefix tests/fuzz/search --no-audit --no-fund --loglevel=error
    node tests/fuzz/search/modules.cjs "$KEUZEWIJZER_FUZZ_FOLDER"
    tests/fuzz/search/node_modules/.bin/jazzer tests/fuzz/search/search.fuzz.cjs -i "$KEUZEWIJZER_FUZZ_FOLDER" \
      --sync --disable_bug_detectors '.*' "${folders[@]}" -- "${options[@]}" -max_len=8192
  else
    # What a release build of the program left is used again; what reads files is compiled with counters.
    RUSTC_WRAPPER="$PWD/tests/fuzz/guided/rustc.sh" CARGO_TARGET_DIR="$PWD/target" \
      cargo build --release --quiet --manifest-path tests/fuzz/guided/Cargo.toml
    target/release/fuzz "${options[@]}" -max_len=16384 "${folders[@]}"
  fi
done
