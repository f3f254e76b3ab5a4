"""Every link of every kind of page leads somewhere, in both languages."""

from typing import Any

import pytest
from tests.journeys.conftest import Meet
from tests.journeys.house import KINDS, visit

LINKS = "all => [...new Set(all.map(one => one.href.split('#')[0]))]"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_link_leads_to_a_page(meet: Meet, answered: Any, language: str) -> None:
    vera = meet(language, javascript=False, storage_state=answered)
    links: dict[str, str] = {}
    for kind in KINDS:
        if not kind.wrong:
            visit(vera, kind)
            links |= {str(link): kind.name for link in vera.page.locator("a[href]").evaluate_all(LINKS)}
    links = {link: kind for link, kind in links.items() if not link.startswith("tel:")}
    outside = [link for link in links if not link.startswith(f"{vera.site.address}/")]
    inside = [link for link in links if link.startswith(f"{vera.site.address}/")]

    dead = [
        f"{link} on {links[link]}"
        for link in inside
        if "no-such-page" not in link and vera.page.request.get(link).status != 200
    ]

    assert len(inside) > 50
    assert outside == []
    assert dead == []
