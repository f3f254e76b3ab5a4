#!/bin/sh
# The whole check. `tools/check.sh fast` leaves the browser out.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
say() { printf '\n== %s\n' "$1"; }

say "format and lint";            $bin/ruff format --check -q . && $bin/ruff check -q .
say "templates";                  $bin/djlint src --lint --quiet
say "types";                      $bin/mypy && $bin/mypy bench/run.py bench/law.py bench/pages.py bench/matching.py bench/world.py bench/cheap.py
say "contracts";                  $bin/lint-imports --no-cache >/tmp/contracts.$$ || { cat /tmp/contracts.$$; rm -f /tmp/contracts.$$; exit 1; }; rm -f /tmp/contracts.$$
say "dangerous calls";            $bin/bandit -q -r src -x '*/migrations/*' -ll
say "messages up to date";        $bin/python tools/messages.py --check
say "tables as they are told";    $bin/python tools/tables.py --check
say "law of every land";          $bin/peredacha law check
say "known answers of every land"; $bin/peredacha law test src/peredacha/jurisdictions/*/cases/*.yaml
$bin/peredacha prepare
say "tests"
if [ "${1:-}" = fast ]; then
  exec $bin/python -m pytest -n 2 -m "not browser and not slow"
fi
$bin/python -m pytest -n 2 -m "not browser"
say "journeys through a real server and a real browser"
$bin/python -m pytest -m browser
say "rooms on PostgreSQL"
exec $bin/python tools/postgres.py tests/rooms
