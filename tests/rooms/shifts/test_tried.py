"""A try to reach the family is noted on the line of the queue itself."""

import re

import pytest
from tests.rooms.desk.world import at, family, page
from tests.rooms.matters.world import reception

from peredacha.rooms.matters.models import Card

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]


def lines(html: str) -> list[str]:
    """The lines of the queue, each from its opening to the next one."""
    return html.split('<li class="queue-line">')[1:]


def test_every_line_has_its_own_three_buttons_inside_it() -> None:
    pavel = reception()
    matters = [family(name).matter for name in ("Вера", "Нина")]

    html = page(pavel, "/desk/")

    assert len(re.findall(r'<ol class="queue"[^>]*>', html)) == 1
    forms = [re.findall(r'action="([^"]+/contact/)"', line) for line in lines(html)]
    assert sorted(one for [one] in forms) == sorted(at(one, "contact/") for one in matters)
    assert [line.count('name="contact-outcome"') for line in lines(html)] == [3, 3]
    assert all("csrfmiddlewaretoken" in line for line in lines(html))


def test_a_card_that_does_not_open_has_no_button_to_press() -> None:
    pavel = reception()
    broken = Card.objects.get(matter=family("Вера").matter)
    Card.objects.filter(pk=broken.pk).update(sealed=bytes(broken.sealed)[:9])

    [line] = lines(page(pavel, "/desk/"))

    assert "contact/" not in line
