"""What a land says of letters to prison: ``letters.yaml`` read and checked, every mistake with its line."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from peredacha.core.language import Text
from peredacha.core.law.basis import Basis, Stated
from peredacha.core.letters import Alphabet, Ban, LetterRules, Looks
from peredacha.jurisdictions.checking import walk
from peredacha.jurisdictions.load import FOLDER, pack
from peredacha.jurisdictions.reading import Document, Files, PackError, PackErrors, missing_languages

NAME = "letters.yaml"


@dataclass(frozen=True)
class PageLaw(Stated):
    """``signs``: one page with its spaces; ``most``: so many pages at once; ``too_long``: the sentence above that."""

    signs: int
    most: int
    too_long: Text
    basis: Basis


@dataclass(frozen=True)
class SilenceLaw(Stated):
    """After how many days without an answer somebody asks, where the place has no answers to learn from."""

    days: int
    basis: Basis


@dataclass(frozen=True)
class BanLaw(Stated):
    """One thing that a censor stops, as :class:`peredacha.core.letters.Ban`, and the ground of it."""

    id: str
    looks: Looks
    hard: bool
    says: Text
    basis: Basis
    words: tuple[str, ...] = ()
    alphabets: tuple[Alphabet, ...] = ("cyrillic",)
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterNote(Stated):
    """A sentence for who writes: how letters go and who reads them."""

    id: str
    says: Text
    basis: Basis


@dataclass(frozen=True)
class LetterLaw(Stated):
    """``letters.yaml`` of a land."""

    page: PageLaw
    silence: SilenceLaw
    bans: tuple[BanLaw, ...] = ()
    notes: tuple[LetterNote, ...] = ()

    @property
    def rules(self) -> LetterRules:
        """What the checker looks for."""
        shared = ("id", "looks", "hard", "says", "words", "alphabets", "languages")
        bans = tuple(Ban(**{name: getattr(one, name) for name in shared}) for one in self.bans)
        return LetterRules(self.page.signs, self.page.most, self.page.too_long, bans)

    @property
    def grounds(self) -> tuple[Basis, ...]:
        """Every ground, once, in the order of the file."""
        grounds = [self.page.basis, self.silence.basis]
        grounds += [one.basis for one in self.bans] + [one.basis for one in self.notes]
        return tuple({one.row: one for one in grounds}.values())


@cache
def letter_law(land_key: str) -> LetterLaw | None:
    """The law of letters of the land; None for a land that says nothing.

    Raises :class:`peredacha.jurisdictions.reading.PackErrors` with every error.
    """
    land = pack(land_key)
    return read_letter_law(FOLDER / land_key, land.languages, land.acts)


def read_letter_law(folder: Path, languages: tuple[str, ...], acts: Collection[str]) -> LetterLaw | None:
    """The file in ``folder``; ``acts`` are the names of acts that norms may begin with. Raises PackErrors."""
    path = folder / NAME
    if not path.exists():
        return None
    files = Files(folder)
    found: LetterLaw | None
    found, document = files.load(path, LetterLaw)
    if found and document:
        files.errors += missing_languages(document, languages)
        files.errors += _strays(found, document)
        files.errors += _lost_acts(document, acts)
    if files.errors or found is None:
        raise PackErrors(files.errors)
    return found


def _strays(found: LetterLaw, document: Document) -> Iterator[PackError]:
    """Numbers that cannot be, ids that stand twice, lists of words without a word or where nobody reads them."""
    if min(found.page.signs, found.page.most, found.silence.days) < 1:
        yield document.error(("page",), "`signs`, `most` and `days` are numbers from 1: correct them")
    seen: set[str] = set()
    for index, ban in enumerate(found.bans):
        if ban.id in seen:
            yield document.error(("bans", index, "id"), f"`{ban.id}` stands twice: rename one of them")
        seen.add(ban.id)
        if (ban.looks == "words") != bool(ban.words) or any(not one.strip("* ") for one in ban.words):
            says = "`words` stand with `looks: words` and nowhere else: add them or take them out"
            yield document.error(("bans", index), says)


def _lost_acts(document: Document, acts: Collection[str]) -> Iterator[PackError]:
    """Norms that begin with an act that ``land.yaml`` does not name."""
    for place, value in walk(document.values):
        for norm in (value.get("norms") or ()) if isinstance(value, dict) else ():
            act = str(norm).partition(" ")[0]
            if act not in acts:
                says = f"`{act}` is not among the `acts` of land.yaml: add it or correct it"
                yield document.error((*place, "norms"), says)
