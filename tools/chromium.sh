#!/bin/sh
# Finds what the journeys need: a Chromium, and the library that the driver's own node wants.
# As root on Debian or Ubuntu it installs the distribution's packages; else it says what to install.
set -eu
wanted=
found=
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && found=$name && break
done
[ -n "$found" ] || wanted="chromium"
.venv/lib/python3*/site-packages/playwright/driver/node --version >/dev/null 2>&1 || wanted="$wanted libatomic1"
[ -n "$wanted" ] || exit 0
install="apt-get install -y $wanted"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive $install -qq >/dev/null 2>&1 && exit 0
fi
echo "The journeys need a browser: run \`sudo $install\` (or set CHROMIUM to one), then run this again." >&2
exit 1
