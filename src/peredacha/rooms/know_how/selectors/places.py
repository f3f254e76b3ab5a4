"""The stages of the land and the facilities of the chapter, by which know-how is found."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.design.wording import language, words
from peredacha.jurisdictions.load import pack
from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.facilities.selectors import find_facility, list_facilities


def stage_choices() -> list[tuple[str, str]]:
    """Every stage by key, in the words of the page."""
    question = pack(settings.JURISDICTION, settings.CHAPTER).guide.question("stage")
    return [(option.key, words(option.text)) for option in question.options] if question else []


def facility_choices() -> list[tuple[str, str]]:
    """Every facility by public id, in the words of the page."""
    return [(one.public_id, said(one)) for one in list_facilities()]


def topic_of(stage: str, facility: str) -> str:
    """Where a piece of know-how belongs, in words: the facility where there is one, else the stage."""
    card = find_facility(facility, today=timezone.localdate()) if facility else None
    return card.title if card else dict(stage_choices()).get(stage, _("For everybody"))


def said(one: Facility) -> str:
    """What people call a facility, in the language of the page."""
    names = (one.short_name_ru or one.name_ru, one.short_name_en or one.name_en)
    return (names[1] or names[0]) if language() == "en" else (names[0] or names[1])
