#!/bin/sh
# Recompiles the hashed locks; run twice it makes no difference. `tools/lock.sh --upgrade` takes newer versions.
set -eu
cd "$(dirname "$0")/.."
unset UV_INDEX UV_EXTRA_INDEX_URL UV_DEFAULT_INDEX || true
uv=$(command -v uv || echo .tools/bin/uv)
compile="$uv pip compile -q pyproject.toml --universal --generate-hashes --no-header --no-annotate --python-version 3.11"
$compile --group dev -o requirements/dev.txt "$@"
$compile -c requirements/dev.txt -o requirements/prod.txt "$@"
$compile --group bench -c requirements/dev.txt -o requirements/bench.txt "$@"
echo 'uv==0.13.9' | $uv pip compile -q - --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -o requirements/uv.txt
if grep -n '://' requirements/*.txt; then
  echo "A lock names an address: unset every index setting and compile again." >&2
  exit 1
fi
