"""What a real browser fetches for the first page, where the machine has one: exact where weight.py only bounds."""

import os
import shutil

from figures import Figures
from playwright.sync_api import sync_playwright

ARGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
KILOBYTE = 1024


def browser_weight(address: str) -> Figures:
    """Bytes over the wire of the page at ``address`` on a small phone, gzip only [KB]; nothing without Chromium."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        return {}
    names: dict[str, str] = {}
    sizes: dict[str, float] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        page = browser.new_page(viewport={"width": 320, "height": 640}, locale="ru")
        devtools = page.context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.setExtraHTTPHeaders", {"headers": {"Accept-Encoding": "gzip"}})
        devtools.on(
            "Network.responseReceived", lambda e: names.update({e["requestId"]: e["response"]["url"]})
        )
        devtools.on(
            "Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]})
        )
        page.goto(address, wait_until="networkidle")
        browser.close()
    fonts = sum(size for one, size in sizes.items() if names.get(one, "").endswith(".woff2"))
    return {
        "browser_with_fonts_kb": sum(sizes.values()) / KILOBYTE,
        "browser_without_fonts_kb": (sum(sizes.values()) - fonts) / KILOBYTE,
        "browser_requests": len(sizes),
    }
