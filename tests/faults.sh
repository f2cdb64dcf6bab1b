#!/usr/bin/env bash
# Tries many more moments of every fault than a run of all tests does: `bash tests/faults.sh [MOMENTS]`, 40 of each without a number.
# As root, with strace: else some are skipped, and say so.
set -euo pipefail
cd "$(dirname "$0")/.."
KEUZEWIJZER_FAULTS="${1:-40}" exec cargo test --release --test faults -- --nocapture
