#!/bin/sh
# The whole check. `tools/check.sh fast [tests/rooms/desk …]` leaves out the browser, PostgreSQL and what is slow.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
# It starts hundreds of processes: what Python compiles is kept for the next one, outside the tree.
unset PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX="$PWD/var/compiled"
say() { printf '\n== %s\n' "$1"; }

# Types take one processor for as long as all other looks at the text take together.
types=$(mktemp)
{ $bin/mypy && $bin/mypy bench/run.py bench/law.py bench/pages.py bench/matching.py bench/world.py bench/cheap.py bench/feeds.py; } >"$types" 2>&1 &
typed=$!
say "format and lint";            $bin/ruff format --check -q .; $bin/ruff check -q .
say "templates";                  $bin/djlint src --lint --quiet
say "contracts";                  $bin/lint-imports --no-cache >/tmp/contracts.$$ || { cat /tmp/contracts.$$; rm -f /tmp/contracts.$$; exit 1; }; rm -f /tmp/contracts.$$
say "dangerous calls";            $bin/bandit -q -r src -x '*/migrations/*' -ll
say "messages up to date";        $bin/python tools/messages.py --check
say "tables as they are told";    $bin/python tools/tables.py --check
say "law of every land";          $bin/peredacha law check
say "known answers of every land"; $bin/peredacha law test src/peredacha/jurisdictions/*/cases/*.yaml
say "types";                      wait $typed || { cat "$types"; exit 1; }; rm -f "$types"
$bin/peredacha prepare
# Two workers share the tests file by file, so that what a file builds is built once.
test="$bin/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder"
say "tests"
if [ "${1:-}" = fast ]; then
  shift
  exec $test -m "not browser and not slow" "$@"
fi
$test -m "not browser"
say "journeys through a real server and a real browser"
$test -m browser tests/journeys
say "rooms and journeys on PostgreSQL"
exec $bin/python tools/postgres.py
