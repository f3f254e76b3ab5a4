"""What must hold between the files of a land: every reference meets something that exists."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from peredacha.core.law.land import Land
from peredacha.core.law.plan import UNKNOWN, Question
from peredacha.jurisdictions.reading import Document, PackError, Place

DOOR = "door"
DOORS = ("detained", "inside")


@dataclass(frozen=True)
class Checker:
    """Walks the documents of a land beside its values.

    ``lost``: ids and rows that stand in the files, but a mistake there kept them out of the land; whoever
    refers to them is not to blame.
    """

    land: Land
    documents: Sequence[Document]
    lost: Container[str] = ()

    def errors(self) -> Iterator[PackError]:
        """Every reference that meets nothing, in every file."""
        for document in self.documents:
            yield from self._norms(document)
            yield from self._references(document)
        yield from self._doubles()

    def _norms(self, document: Document) -> Iterator[PackError]:
        """Norms that name an act without entry in ``acts.yaml``."""
        for place, value in walk(document.values):
            if isinstance(value, Mapping) and "row" in value and "norms" in value:
                for norm in value["norms"] or ():
                    act = str(norm).partition(" ")[0]
                    if act not in self.land.acts:
                        yield document.error(
                            (*place, "norms"), f"`{act}` is not in acts.yaml: add it or correct it"
                        )

    def _references(self, document: Document) -> Iterator[PackError]:
        """Steps, options and letters that name an unknown rule, question, stage or option."""
        for place, value in walk(document.values):
            if not isinstance(value, Mapping):
                continue
            for key in ("when", "unless"):
                yield from self._condition(document, (*place, key), value.get(key) or {})
            if "row" not in value:
                for norm in value.get("norms") or ():
                    if norm not in self.land.grounds and norm not in self.lost:
                        yield document.error(
                            (*place, "norms"), f"there is no rule `{norm}`: correct its id or add it"
                        )
            for stage in value.get("stages") or ():
                if self.land.guide.stage(stage) is None and stage not in self.lost:
                    yield document.error((*place, "stages"), f"there is no stage `{stage}`: see stages.yaml")
            if "rule" in value and value["rule"] not in self.land.rules and value["rule"] not in self.lost:
                yield document.error(
                    (*place, "rule"), f"there is no deadline `{value['rule']}`: correct its id"
                )
            start = value.get("from_") if "rule" in value else None
            if isinstance(start, str) and not self._knows_question(start):
                yield document.error((*place, "from_"), f"there is no question `{start}`: see questions.yaml")

    def _condition(self, document: Document, place: Place, condition: Any) -> Iterator[PackError]:
        if not isinstance(condition, Mapping):
            yield document.error(place, "a condition is a mapping from a question to a list of answers")
            return
        for question_id, keys in condition.items():
            if question_id == DOOR:
                known: set[str] = set(DOORS)
            else:
                question = self.land.guide.question(question_id)
                if question is None:
                    if not self._knows_question(question_id):
                        yield document.error((*place, question_id), f"there is no question `{question_id}`")
                    continue
                known = known_answers(question)
            for key in keys or ():
                if known and key not in known:
                    yield document.error((*place, question_id), f"`{question_id}` has no answer `{key}`")

    def _knows_question(self, question_id: str) -> bool:
        """Whether the question exists, or would if its file were right."""
        return self.land.guide.question(question_id) is not None or question_id in self.lost

    def _doubles(self) -> Iterator[PackError]:
        """Ids that stand twice in the land, and rows of two rules (editions of one rule may share a row)."""
        seen: dict[tuple[str, str], tuple[str, int | str]] = {}
        for document in self.documents:
            for place, kind, name in names(document):
                owner = (document.name, place[0])
                if seen.setdefault((kind, name), owner) != owner:
                    yield document.error(place, f"`{name}` stands twice: rename one of them")


RULES = ("deadlines", "statements")


def names(document: Document) -> Iterator[tuple[Place, str, str]]:
    """Each id with the kind of its file, and each row of a deadline or statement."""
    kind = document.name.split("/")[1].removesuffix(".yaml")
    entries = document.values if isinstance(document.values, list) else []
    for index, entry in enumerate(entries):
        if isinstance(entry, Mapping) and isinstance(entry.get("id"), str):
            yield (index, "id"), "rules" if kind in RULES else kind, entry["id"]
    for place, value in walk(document.values) if kind in RULES else ():
        if isinstance(value, Mapping) and isinstance(value.get("row"), str):
            yield (*place, "row"), "rows", value["row"]


def known_answers(question: Question) -> set[str]:
    """The keys that a choice can give; empty where anything may be typed."""
    if not question.options:
        return set()
    return {option.key for option in question.options} | {UNKNOWN}


def walk(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every value of a document with its place, outermost first."""
    yield place, value
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from walk(one, (*place, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from walk(one, (*place, index))


def wrong_zones(land: Land, document: Document) -> Iterator[PackError]:
    """Regions whose time zone does not exist."""
    for index, region in enumerate(land.regions.values()):
        for zone in region.zones:
            try:
                ZoneInfo(zone)
            except (ZoneInfoNotFoundError, ValueError):
                yield document.error(
                    (index, "zones"), f"there is no time zone `{zone}`: use a name such as Europe/Moscow"
                )
