#!/usr/bin/env bash
# Sets up what the tests need and runs all of them, from a clean checkout.
# Needs: a Rust toolchain, Node.js 20 or newer, and, to install Chromium, Debian's packages.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TERM_COLOR="${CARGO_TERM_COLOR:-auto}"
tools="$PWD/target/tools"
export PATH="$tools/bin:$PATH:/usr/sbin"

step() { printf '\n== %s\n' "$*"; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

need_package() { # command, package
  command -v "$1" >/dev/null 2>&1 && return
  step "install $2"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null
}

# A web server that is installed starts as a service by itself; the tests start their own.
need_server() { # command, package
  command -v "$1" >/dev/null 2>&1 && return
  local policy=/usr/sbin/policy-rc.d
  if [ -e "$policy" ]; then
    need_package "$1" "$2"
    return
  fi
  (
    trap 'as_root rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod +x "$policy"
    need_package "$1" "$2"
  )
}

need_file() { # file, package
  [ -e "$1" ] || need_package "$1" "$2"
}

step "set up"
need_package cc gcc
need_package chromium chromium
need_package node nodejs
need_package npm npm
need_package java default-jre-headless
command -v mdbook >/dev/null 2>&1 ||
  cargo install --quiet --locked --root "$tools" mdbook --version 0.5.4 --no-default-features --features search
need_package curl curl
need_package openssl openssl
need_package flock util-linux
need_package rclone rclone
need_package rsync rsync
need_package strace strace
need_server nginx nginx-light
need_server /usr/sbin/apache2 apache2-bin
need_file /usr/lib/nginx/modules/ngx_http_brotli_static_module.so libnginx-mod-http-brotli-static
command -v cargo-deny >/dev/null 2>&1 || cargo install --quiet --locked --root "$tools" cargo-deny
npm ci --prefix tests/browser --no-audit --no-fund --loglevel=error
npm ci --prefix tests/hosting --no-audit --no-fund --loglevel=error

step "format"
cargo fmt --check

step "lints"
cargo clippy --all-targets --quiet -- -D warnings

step "documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet

step "dependencies"
cargo deny --log-level error check --deny unmatched-skip licenses bans sources
if cargo deny --log-level off fetch db >/dev/null 2>&1; then
  cargo deny --log-level error check advisories
else
  echo "the advisory database cannot be had here: advisories were not checked"
fi

step "handbook"
mdbook build docs >target/handbook.log 2>&1 || { cat target/handbook.log; exit 1; }
if grep -E 'WARN|ERROR' target/handbook.log; then
  echo "the handbook has warnings"
  exit 1
fi

step "build the demo region"
cargo run --release --quiet -- build

step "tests"
cargo test --release --quiet

step "damaged search indexes"
node --test tests/fuzz/search/*.test.mjs

step "tests in a browser"
node --test tests/browser/*.test.mjs

step "tests with web servers and a bucket"
node --test tests/hosting/*.test.mjs

step "tests of what a release is made of"
node --test tests/packaging/*.test.mjs
