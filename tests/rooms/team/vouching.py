"""Anna lost her phone; two who know her vouch, and she connects a new one."""

import re
from datetime import timedelta
from typing import Any

import pyotp
from django.test import Client
from tests.rooms.people.world import Enrolled
from tests.rooms.vault.world import today

from peredacha.rooms.guardians.services import announce_comeback, spoken_code, vouch_for_comeback
from peredacha.rooms.vault.models import Comeback, Lost

LOST = "/team/sign-in/lost/"


def announced(anna: Enrolled, by: Enrolled, second: Enrolled | None, lost: str = Lost.FACTORS) -> Comeback:
    """One vouched today, and another if there is one."""
    comeback = announce_comeback(by=by.member, member=anna.member, lost=lost, today=today())
    if second:
        vouch_for_comeback(by=second.member, comeback=comeback, today=today())
    return Comeback.objects.get(pk=comeback.pk)


def ripe(anna: Enrolled, by: Enrolled, second: Enrolled | None, lost: str = Lost.FACTORS) -> Comeback:
    """The same, three days ago."""
    comeback = announced(anna, by, second, lost)
    return since(comeback, 3)


def since(comeback: Comeback, days: int) -> Comeback:
    """The same comeback, announced some days ago."""
    Comeback.objects.filter(pk=comeback.pk).update(since=today() - timedelta(days=days))
    return Comeback.objects.get(pk=comeback.pk)


def spoken(comeback: Comeback, *vouchers: Enrolled) -> tuple[str, ...]:
    """What these say to Anna by voice."""
    return tuple(spoken_code(comeback, one.member) for one in vouchers)


def new_phone(browser: Client) -> pyotp.TOTP:
    """The app that took over the picture of the page."""
    page = browser.get(LOST).content.decode()
    letters = re.findall(r'<strong translate="no">([A-Z2-7 ]{32,})</strong>', page)
    return pyotp.TOTP(letters[0].replace(" ", ""))


def connects(browser: Client, *codes: str) -> Any:
    """The answer to both codes and a code of the new app."""
    first, second = codes
    return browser.post(LOST, {"first": first, "second": second, "code": new_phone(browser).now()})
