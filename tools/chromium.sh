#!/bin/sh
# Finds a Chromium for the journeys; as root on Debian or Ubuntu installs the distribution's own.
set -eu
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
install="apt-get install -y chromium"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive $install -qq >/dev/null 2>&1 && exit 0
fi
echo "The journeys need Chromium: run \`sudo $install\`, or set CHROMIUM to a browser, then run this again." >&2
exit 1
