#!/usr/bin/env bash
# Everything of docs/hardening.md once more, one after another, for longer than the tests do:
#   bash tests/hardening.sh [seconds per fuzz target [moments per fault [random regions]]]
# 60, 40 and 20,000 without numbers: about two hours on two cores. As root, after tests/all.sh, which installs what it needs, and with wrk. The search index in the
# browser is fuzzed only where Jazzer.js runs (docs/hardening.md).
set -euo pipefail
cd "$(dirname "$0")/.."
# Where tests/all.sh puts cargo-deny, and Debian puts nginx.
export PATH="$PWD/target/tools/bin:$PATH:/usr/sbin"
seconds="${1:-60}" moments="${2:-40}" regions="${3:-20000}"

step() { printf '\n=== %s\n' "$*"; }

npm ci --prefix tests/browser --no-audit --no-fund --loglevel=error
npm ci --prefix tests/hosting --no-audit --no-fund --loglevel=error

step "hostile content"
cargo test --release --test hostile
cargo build --release
node --test tests/browser/hostile.test.mjs tests/browser/refused.test.mjs tests/browser/search_damaged.test.mjs

step "faults"
bash tests/faults.sh "$moments"

step "privacy over publications"
PROPTEST_CASES="$regions" cargo test --release --lib stats::
cargo test --release --test site privacy

step "supply chain"
cargo deny check --deny unmatched-skip licenses bans sources
node --test tests/packaging/*.test.mjs

step "headers"
node --test tests/hosting/headers.test.mjs

step "load"
bash tests/load.sh

step "fuzzing"
bash tests/fuzz.sh "$seconds"
