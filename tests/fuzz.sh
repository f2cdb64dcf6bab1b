#!/usr/bin/env bash
# Searches for inputs that a reader cannot take, guided by which code they reach: every target for so many seconds.
#   bash tests/fuzz.sh [seconds [target …]]
#   bash tests/fuzz.sh merge [target …]
# What is found stands in target/fuzz/found; it becomes a file of tests/fuzz/corpus when it is mended. What reached more code
# stands in target/fuzz/corpus; `merge` adds to tests/fuzz/corpus what reaches the most code that nothing there reaches, at
# most eighty small files per target. Not a part of tests/all.sh, which runs the same targets over the corpus. Needs a C++
# compiler for the Rust targets; `search-in-browser` needs a system with glibc 2.38 or newer, and is passed over elsewhere.
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
if [ "$seconds" = merge ]; then
  # Of the Rust targets alone: merging was not tried with Jazzer.js.
  mapfile -t targets < <(printf '%s\n' "${targets[@]}" | grep -vx search-in-browser)
fi
limits=(-timeout=10 -rss_limit_mb=2048 -malloc_limit_mb=1024)
if [ "$seconds" = merge ]; then
  limits+=(-set_cover_merge=1 -use_counters=0)
else
  limits+=(-max_total_time="$seconds" -print_final_stats=1)
fi

# Whether the native part of Jazzer.js can be loaded here.
has_new_glibc() {
  local version
  version="$(getconf GNU_LIBC_VERSION 2>/dev/null)" || return 1
  [ "$(printf '%s\n' 2.38 "${version#glibc }" | sort -V | head -n 1)" = 2.38 ]
}

# What a release build of the program left is used again; what reads files is compiled with counters.
if [ "${targets[*]}" != search-in-browser ]; then
  RUSTC_WRAPPER="$PWD/tests/fuzz/guided/rustc.sh" CARGO_TARGET_DIR="$PWD/target" \
    cargo build --release --quiet --manifest-path tests/fuzz/guided/Cargo.toml
fi

failed=()
for target in "${targets[@]}"; do
  printf '\n== %s\n' "$target"
  mkdir -p "$made/corpus/$target" "$scratch/$target"
  export KEUZEWIJZER_FUZZ_FOLDER="$scratch/$target" KEUZEWIJZER_FUZZ_TARGET="$target"
  # libFuzzer writes to the first folder.
  folders=("$made/corpus/$target" "$corpus/$target")
  if [ "$seconds" = merge ]; then
    folders=("$scratch/merged" "$scratch/small")
    mkdir "${folders[@]}"
    cp "$corpus/$target"/* "$scratch/merged"
    find "$made/corpus/$target" -type f -size -1025c -exec cp {} "$scratch/small" \;
  fi
  options=("${limits[@]}" -artifact_prefix="$made/found/$target-")
  if [ "$target" != search-in-browser ]; then
    target/release/fuzz "${options[@]}" -max_len=16384 "${folders[@]}" || failed+=("$target")
  elif has_new_glibc; then
    npm ci --prefix tests/fuzz/search --no-audit --no-fund --loglevel=error
    node tests/fuzz/search/modules.cjs "$KEUZEWIJZER_FUZZ_FOLDER"
    tests/fuzz/search/node_modules/.bin/jazzer tests/fuzz/search/search.fuzz.cjs -i "$KEUZEWIJZER_FUZZ_FOLDER" \
      --sync --disable_bug_detectors '.*' "${folders[@]}" -- "${options[@]}" -max_len=8192 || failed+=("$target")
  else
    echo "SKIPPED: Jazzer.js needs glibc 2.38 or newer"
  fi
  if [ "$seconds" = merge ]; then
    # Those that reach most were written first.
    mapfile -t new < <(ls -tr "$scratch/merged" | grep -vxFf <(ls "$corpus/$target"))
    for name in "${new[@]:0:80}"; do cp "$scratch/merged/$name" "$corpus/$target/$name"; done
    rm -r "${folders[@]}"
  fi
done

if [ ${#failed[@]} -gt 0 ]; then
  printf '\nfaults in: %s\n' "${failed[*]}"
  exit 1
fi
