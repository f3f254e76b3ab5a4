"""Second factors of a member: what their boxes hold."""

import json
from typing import Any

from django.conf import settings

from peredacha.core.sealing import NotSealedHere, open_envelope
from peredacha.rooms.people.models import SecondFactor


def open_secret(factor: SecondFactor) -> dict[str, Any]:
    """What the box of a factor holds; empty where it is damaged, so that the factor fits nothing."""
    try:
        body = open_envelope(settings.FACTORS_KEY, bytes(factor.secret_box), factor.context("secret"))
    except NotSealedHere:
        return {}
    stored: dict[str, Any] = json.loads(body)
    return stored
