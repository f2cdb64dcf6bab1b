#!/usr/bin/env bash
# How many answers nginx gives of the demonstration in a second, asked by wrk on the same machine; docs/hardening.md, «Load».
#
#   bash tests/load.sh                       # 3 runs of 5 seconds each, the median is printed
#   RUNS=1 SECONDS_EACH=1 bash tests/load.sh
#
# Builds the region with compressed siblings, starts nginx with examples/hosting/nginx/keuzewijzer.conf on free ports, and
# stops it again. Needs Debian's nginx, libnginx-mod-http-brotli-static, wrk, openssl and Node.js. KEUZEWIJZER names the program.
set -euo pipefail
cd "$(dirname "$0")/.."
exec node tests/hosting/load.mjs "${RUNS:-3}" "${SECONDS_EACH:-5}"
