"""Twelve words on paper: shown in an open visit, two of them typed back, only then in force."""

import secrets
import unicodedata
from collections.abc import Sequence

from peredacha.core.sealing import RecoveryCode
from peredacha.rooms.people.services import Visit, change_extra

WORDS, ASKED_WORDS = 12, 2


def prepare_words(*, visit: Visit, language: str) -> None:
    """Fresh words, kept in the visit until two are typed back; those prepared before stay as they are."""
    if "words" in visit.extra:
        return
    code = RecoveryCode.fresh(language)
    places = sorted(secrets.SystemRandom().sample(range(WORDS), ASKED_WORDS))
    change_extra(
        visit, words=f"{code.language}:{code.entropy.hex()}", places=",".join(str(place) for place in places)
    )


def prepared_code(visit: Visit) -> RecoveryCode | None:
    """The words that this visit shows; None where none were prepared."""
    language, _colon, entropy = visit.extra.get("words", "").partition(":")
    return RecoveryCode(bytes.fromhex(entropy), language) if entropy else None


def asked_places(visit: Visit) -> tuple[int, ...]:
    """The places, from 0, of the words to be typed back."""
    return tuple(int(place) for place in visit.extra["places"].split(","))


def are_typed_right(visit: Visit, typed: Sequence[str]) -> bool:
    """Whether the asked words were typed; case and ё do not matter."""
    code = prepared_code(visit)
    if code is None:
        return False
    return [_folded(word) for word in typed] == [_folded(code.words[place]) for place in asked_places(visit)]


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().replace("ё", "е").strip(" .,;0123456789")
