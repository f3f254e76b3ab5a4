"""The menu, and every address that a page of a lower floor shows without knowing its room."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language

NAMES = dict(settings.LANGUAGES)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """What the base page shows: the other language, the exit, what is kept, the source."""
    language = get_language() or settings.LANGUAGE_CODE
    other = "en" if language == "ru" else "ru"
    return {
        "home_url": reverse("intake:start"),
        "exit_url": reverse("intake:exit"),
        "forget_url": reverse("intake:forget"),
        "kept_url": reverse("intake:page", kwargs={"page_id": "kept"}),
        "calculators_url": reverse("calculators:index"),
        "facilities_url": reverse("facilities:index"),
        "source_url": settings.SOURCE_URL,
        "other_language": {"code": other, "name": NAMES[other], "url": translate_url(request.path, other)},
    }
