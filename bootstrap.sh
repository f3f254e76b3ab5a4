#!/bin/sh
# Sets up .venv from the hashed lock: bootstrap.sh [dev|prod|bench]. Needs python3 (3.11 to 3.13) with pip, nothing else.
set -eu
cd "$(dirname "$0")"
kind=${1:-dev}
lock=requirements/$kind.txt
venv=.venv
[ "$kind" = bench ] && venv=.venv-bench
cat "$lock" pyproject.toml | cmp -s - "$venv/.lock" && exit 0
if [ "$kind" = prod ] && cat requirements/dev.txt pyproject.toml | cmp -s - "$venv/.lock"; then exit 0; fi

python=
for candidate in python3 python3.13 python3.12 python3.11; do
  if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))'; then
    python=$(command -v "$candidate")
    break
  fi
done
if [ -z "$python" ]; then
  echo "Peredacha needs Python 3.11, 3.12 or 3.13: install one (Debian, Ubuntu: apt-get install python3), then run this again." >&2
  exit 1
fi
if ! "$python" -m pip --version >/dev/null 2>&1; then
  echo "Peredacha needs pip: install it (Debian, Ubuntu: apt-get install python3-pip), then run this again." >&2
  exit 1
fi

# An index named in the shell would change what is fetched: the lock alone decides.
unset UV_INDEX UV_EXTRA_INDEX_URL UV_DEFAULT_INDEX || true
uv=$(command -v uv || true)
if [ -z "$uv" ]; then
  # --target works without the venv module and on systems that mark their Python as managed.
  [ -x .tools/bin/uv ] || "$python" -m pip install -q --disable-pip-version-check --root-user-action=ignore \
    --target .tools --require-hashes -r requirements/uv.txt
  uv=.tools/bin/uv
fi
echo "Setting up $venv (once)…" >&2
"$uv" venv -q --clear --no-project --python "$python" "$venv"
"$uv" pip sync -q --python "$venv" --require-hashes "$lock"
if [ "$kind" != bench ]; then
  # The tree itself, in place: one path line and the command, so that no build step is needed.
  site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
  echo "$PWD/src" >"$site/peredacha.pth"
  printf '#!%s/%s/bin/python\nfrom peredacha.config.command import main\n\nmain()\n' "$PWD" "$venv" >"$venv/bin/peredacha"
  chmod +x "$venv/bin/peredacha"
fi
cat "$lock" pyproject.toml >"$venv/.lock"
