"""New words for a family whose words may be known to somebody else. The old ones open until two were typed back."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from peredacha.core.sealing import KeyPair, ReturnCode
from peredacha.rooms.asking.services.check_words import GREETING, leave_first, random_word
from peredacha.rooms.matters.selectors import matter_of_family
from peredacha.rooms.matters.services import leave_trace, open_file
from peredacha.rooms.people.services import FAMILY, Visit, change_extra, end_visits
from peredacha.rooms.vault.models import ReturnCode as CodeRow
from peredacha.rooms.vault.services import is_written_down, keys_of, locator_tag, sealed_code

RENEWS = "renews"


def prepare_new_words(*, visit: Visit, language: str) -> None:
    """Fresh words kept in the visit; those that are still to be written down stay. Nothing is in force yet."""
    shown = "code" in visit.extra and not is_written_down(visit.subject)
    if not is_renewing(visit) and not shown:
        _draw(visit, language)


def is_renewing(visit: Visit) -> bool:
    """Whether this visit shows new words in place of old ones."""
    return RENEWS in visit.extra


def put_in_force(*, visit: Visit, now: datetime) -> bool:
    """The new words open the page from now on, the old ones nothing, and every other visit of the family ends.

    False where another family has the same two first words: other ones are shown then. Slow, never inside a
    transaction; raises AllPlacesTaken.
    """
    language = visit.extra["code_language"]
    code = ReturnCode(tuple(visit.extra["code"].split(" ")), language)
    pair = KeyPair.unpacked(visit.keys)
    row = sealed_code(code=code, pair=pair, holder=visit.subject)
    try:
        with transaction.atomic():
            _replace(row, visit, pair, now)
    except IntegrityError:
        _draw(visit, language)
        return False
    end_visits(kind=FAMILY, subject=visit.subject, but=visit)
    change_extra(visit, **dict.fromkeys(("code", "code_language", "check_word", RENEWS, GREETING)))
    return True


def _replace(row: CodeRow, visit: Visit, pair: KeyPair, now: datetime) -> None:
    """The new row in place of the old one; nothing where the family was erased meanwhile."""
    fresh = {name: getattr(row, name) for name in ("locator_tag", "salt", "cost", "box")}
    if not CodeRow.objects.filter(holder=visit.subject).update(**fresh, written_down=True):
        return
    word, today = visit.extra["check_word"], timezone.localdate(now)
    leave_first(holder=visit.subject, pair=pair, word=word, today=today)
    keys, matter = keys_of(visit), matter_of_family(visit.subject)
    file = open_file(keys, matter, now=now) if matter else None
    if file:
        leave_trace(keys=keys, file=file, act="keys_changed", now=now)


def _draw(visit: Visit, language: str) -> None:
    code = ReturnCode.fresh(language)
    while CodeRow.objects.filter(locator_tag=locator_tag(code)).exists():
        code = ReturnCode.fresh(language)
    told = {"code": code.text, "code_language": language, "check_word": random_word(language)}
    change_extra(visit, **told, **{RENEWS: "yes"})
