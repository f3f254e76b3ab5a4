#!/bin/sh
# Finds what the tests need of the machine: a Chromium, the library that the driver's own node wants, Tesseract, nginx,
# LibreOffice.
# As root on Debian or Ubuntu it installs the distribution's packages; else it says what to install.
# The Chromium without windows opens the same pages with a third less work: it is taken where it can be had.
set -eu
light=chromium-headless-shell
there() { command -v "$1" >/dev/null 2>&1; }
may_install() { [ "$(id -u)" = 0 ] && there apt-get; }
listed=
gets() {
  # Where nothing can be had, it is soon over.
  [ -n "$listed" ] || timeout 90 apt-get update -qq >/dev/null 2>&1 || true
  listed=1
  DEBIAN_FRONTEND=noninteractive timeout 600 apt-get install -y -qq "$@" >/dev/null 2>&1
}
browser() {
  for name in "${CHROMIUM:-}" $light chromium chromium-browser google-chrome; do
    [ -n "$name" ] && there "$name" && return 0
  done
  return 1
}
node() { .venv/lib/python3*/site-packages/playwright/driver/node --version >/dev/null 2>&1; }

# Where they can be had, the reader of photographed pages, the proxy of the guide, and the office in which lawyers
# open papers; without them a few tests say that they are left out.
if may_install && ! { there tesseract && there nginx && there soffice; }; then
  gets --no-install-recommends tesseract-ocr tesseract-ocr-rus nginx-light libreoffice-writer-nogui || true
fi
if there $light || [ -n "${CHROMIUM:-}" ]; then light=; fi
if browser && node && { [ -z "$light" ] || ! may_install; }; then exit 0; fi
if may_install; then
  [ -z "$light" ] || gets $light || true
  browser || gets chromium || true
  node || gets libatomic1 || true
  browser && node && exit 0
fi
echo "The journeys need a browser: run \`sudo apt-get install -y chromium libatomic1\` (or set CHROMIUM to one), then run this again." >&2
exit 1
