"""The network is bad and every kilobyte is waited for."""

import pytest
from playwright.sync_api import CDPSession
from tests.journeys.conftest import Meet
from tests.journeys.vera import Vera

KILOBYTE = 1024
WITH_FONTS, WITHOUT_FONTS = 50 * KILOBYTE, 15 * KILOBYTE
"""What a first visit may cost over the wire, headers included [bytes]."""


class Scale:
    """Weighs what comes over the wire, by kind."""

    def __init__(self, line: CDPSession) -> None:
        self.kinds: dict[str, str] = {}
        self.bytes: dict[str, int] = {}
        line.send("Network.enable")
        line.on("Network.responseReceived", lambda seen: self.kinds.update({seen["requestId"]: seen["type"]}))
        line.on("Network.loadingFinished", self.weigh)

    def weigh(self, seen: dict[str, object]) -> None:
        """Add one answer."""
        kind = self.kinds.get(str(seen["requestId"]), "Other")
        self.bytes[kind] = self.bytes.get(kind, 0) + int(float(str(seen["encodedDataLength"])))


def weight_of(vera: Vera, path: str) -> dict[str, int]:
    """What a first visit of a page costs, by kind [bytes]."""
    scale = Scale(vera.page.context.new_cdp_session(vera.page))
    vera.opens(path)
    vera.page.wait_for_load_state("networkidle")
    assert vera.page.evaluate("document.fonts.ready.then(() => true)")
    return scale.bytes


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_first_page_comes_light(meet: Meet, language: str, scheme: str) -> None:
    weight = weight_of(meet(language, color_scheme=scheme), "/")

    assert weight["Font"]
    assert weight["Document"]
    assert sum(weight.values()) <= WITH_FONTS, weight
    assert sum(weight.values()) - weight["Font"] <= WITHOUT_FONTS, weight


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_next_page_brings_only_itself(meet: Meet, language: str) -> None:
    vera = meet(language)
    vera.opens("/")
    vera.page.wait_for_load_state("networkidle")

    weight = weight_of(vera, "/doors/detained/")

    assert sum(weight.values()) <= 6 * KILOBYTE, weight


def test_the_plan_stays_light(meet: Meet, answered: object) -> None:
    weight = weight_of(meet(storage_state=answered), "/plan/")

    assert weight["Document"] <= 25 * KILOBYTE, weight
