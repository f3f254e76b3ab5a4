"""What a veteran may tick: the same keys as in the questions of the plan, in the language of the page."""

from collections.abc import Iterable

from babel import Locale
from django.conf import settings
from django.utils.text import capfirst

from peredacha.core.language import in_language
from peredacha.core.law.land import Land
from peredacha.design.wording import language, words
from peredacha.jurisdictions.load import pack
from peredacha.rooms.facilities.selectors import region_names

LANGUAGES = ("ru", "en", "uk", "be", "tt", "ba", "ce", "kk", "uz", "tg", "ky", "hy", "az", "ka", "crh")
NOTHING = "none"

Choices = list[tuple[str, str]]


def land() -> Land:
    """The land of this installation."""
    return pack(settings.JURISDICTION, settings.CHAPTER)


def options(question_id: str) -> Choices:
    """The options of a question of the plan, without "none of these"."""
    question = land().guide.question(question_id)
    return [
        (one.key, words(one.text)) for one in (question.options if question else ()) if one.key != NOTHING
    ]


def stage_choices() -> Choices:
    """The stages from the first door to the last gate."""
    return [(stage.id, words(stage.name)) for stage in land().guide.stages]


def kin_choices() -> Choices:
    """Who somebody is to the person who was taken."""
    return options("kin")


def regime_choices() -> Choices:
    """The regimes that a court may set."""
    return options("regime")


def topic_choices() -> Choices:
    """What weighs beside the case: an illness, small children, no citizenship."""
    return options("person")


def group_choices() -> Choices:
    """Groups of articles, as the land names them; none where it names none."""
    return [(group.id, words(group.name)) for group in land().groups]


def groups_of(articles: Iterable[str]) -> frozenset[str]:
    """The groups of articles written ``"228.1"`` or ``"228.1/3"``."""
    return land().groups_of(articles)


def language_choices() -> Choices:
    """Languages in which one can talk, each named in the language of the page."""
    names = Locale(language()).languages
    return [(code, capfirst(names.get(code, code))) for code in LANGUAGES]


def region_choices() -> Choices:
    """Every region by its name."""
    named = [(code, in_language(name, language())) for code, name in region_names().items()]
    return sorted(named, key=lambda pair: pair[1])
