#!/usr/bin/env bash
# Makes a release of what is committed, in target/packages/: an archive with the program, its bill of materials (CycloneDX),
# the licences of all that is compiled in, completions and manual pages, and their checksums. The same commit and Rust give
# the same bytes in every folder, for every user. Needs Rust, Node.js, git and GNU tar. See docs/releasing.md.
#
#   bash packaging/release.sh            # makes it
#   bash packaging/release.sh --twice    # makes it here and as somebody else elsewhere, and compares the bytes
set -euo pipefail
umask 022
cd "$(dirname "$0")/.."
export LC_ALL=C TZ=UTC
project=$PWD
packages=$project/target/packages
cargo_home=${CARGO_HOME:-$HOME/.cargo}

stop() { echo "release: $*" >&2; exit 1; }

[ -z "$(git status --porcelain)" ] || stop "what is released is what is committed: commit or put aside what is changed"
target=$(rustc -vV | sed -n 's/^host: //p')
rust_commit=$(rustc -vV | sed -n 's/^commit-hash: //p')
version=$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"name":"keuzewijzer","version":"\([^"]*\)".*/\1/')
seconds=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
name=keuzewijzer-$version-$target

# Compiles a folder of sources with nothing of the environment but what is named here.
compile() { # folder, home, cargo's home, user
  local from=$'\x1f'
  local flags="--remap-path-prefix=$1=/keuzewijzer${from}--remap-path-prefix=$3=/cargo"
  flags+="${from}--remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=/rustc/$rust_commit"
  (
    cd "$1"
    env -i PATH="$PATH" HOME="$2" USER="$4" CARGO_HOME="$3" RUSTUP_HOME="${RUSTUP_HOME:-$HOME/.rustup}" \
      ${CARGO_PROFILE_RELEASE_OPT_LEVEL:+CARGO_PROFILE_RELEASE_OPT_LEVEL="$CARGO_PROFILE_RELEASE_OPT_LEVEL"} \
      LC_ALL=C TZ=UTC SOURCE_DATE_EPOCH="$seconds" CARGO_INCREMENTAL=0 \
      RUSTC_WRAPPER="$1/packaging/rustc.sh" CARGO_ENCODED_RUSTFLAGS="$flags" \
      CARGO_TARGET_DIR="$1/target/reproducible" cargo build --release --locked --quiet
  )
  local place
  for place in "$1" "$2/" "$3"; do
    ! grep --quiet --text --fixed-strings "$place" "$1/target/reproducible/release/keuzewijzer" || stop "the program holds the path $place"
  done
}

# Puts together what is compiled in a folder.
put_together() { # folder, where to
  local program=$1/target/reproducible/release/keuzewijzer
  local tree=$2/$name
  rm -rf "$tree"
  mkdir -p "$tree"/bin "$tree"/share/{man/man1,bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}
  install -m 755 "$program" "$tree/bin/keuzewijzer"
  "$program" man --into "$tree/share/man/man1" >/dev/null 2>&1
  "$program" completions bash >"$tree/share/bash-completion/completions/keuzewijzer"
  "$program" completions zsh >"$tree/share/zsh/site-functions/_keuzewijzer"
  "$program" completions fish >"$tree/share/fish/vendor_completions.d/keuzewijzer.fish"
  cp "$1/LICENSE" "$1/README.md" "$1/CHANGELOG.md" "$1/SECURITY.md" "$tree/"
  node "$1/packaging/parts.mjs" "$target" "$seconds" "$tree/keuzewijzer.cdx.json" "$tree/LICENSES-OF-OTHERS.txt"
  tar --create --sort=name --mtime="@$seconds" --owner=0 --group=0 --numeric-owner --mode=u+rwX,go+rX,go-w --format=ustar \
    --directory "$2" "$name" | gzip --no-name --best >"$2/$name.tar.gz"
  cp "$tree/keuzewijzer.cdx.json" "$2/$name.cdx.json"
  rm -r "$tree"
  (cd "$2" && sha256sum "$name.tar.gz" "$name.cdx.json" >SHA256SUMS)
}

# What is committed, whatever is changed here while it compiles.
commit=$(git rev-parse HEAD)
take_out() { # where to
  mkdir -p "$1"
  git archive "$commit" | tar --extract --directory "$1"
}

sources=$project/target/released
rm -rf "$packages"
mkdir -p "$packages" "$sources"
find "$sources" -mindepth 1 -maxdepth 1 ! -name target -exec rm -rf {} +
take_out "$sources"
compile "$sources" "$HOME" "$cargo_home" "${USER:-somebody}"
put_together "$sources" "$packages"
cat "$packages/SHA256SUMS"

if [ "${1:-}" = --twice ]; then
  elsewhere=$(mktemp -d)
  trap 'rm -rf "$elsewhere"' EXIT
  mkdir -p "$elsewhere/home" "$elsewhere/cargo" "$elsewhere/packages"
  take_out "$elsewhere/a longer path/sources"
  # The crates as they were fetched, unpacked elsewhere: a link would still lead a compiler to the first place.
  mkdir "$elsewhere/cargo/registry"
  cp -r "$cargo_home/registry/index" "$cargo_home/registry/cache" "$elsewhere/cargo/registry/"
  compile "$elsewhere/a longer path/sources" "$elsewhere/home" "$elsewhere/cargo" nobody
  put_together "$elsewhere/a longer path/sources" "$elsewhere/packages"
  if ! diff --recursive "$packages" "$elsewhere/packages"; then
    trap - EXIT
    stop "the same sources gave other bytes; compare $sources with $elsewhere"
  fi
  echo "made twice, in two folders: the same bytes"
fi
