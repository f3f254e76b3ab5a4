"""What must hold between the files of a land: every reference meets something that exists."""

from collections.abc import Iterable, Iterator, Mapping
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
    """Walks the documents of a land beside its values."""

    land: Land
    documents: Iterable[Document]

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
                    if norm not in self.land.grounds:
                        yield document.error(
                            (*place, "norms"), f"there is no rule `{norm}`: correct its id or add it"
                        )
            for stage in value.get("stages") or ():
                if self.land.guide.stage(stage) is None:
                    yield document.error((*place, "stages"), f"there is no stage `{stage}`: see stages.yaml")
            if "rule" in value and value["rule"] not in self.land.rules:
                yield document.error(
                    (*place, "rule"), f"there is no deadline `{value['rule']}`: correct its id"
                )
            if "rule" in value and value.get("from_") and self.land.guide.question(value["from_"]) is None:
                yield document.error(
                    (*place, "from_"), f"there is no question `{value['from_']}`: see questions.yaml"
                )

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
                    yield document.error((*place, question_id), f"there is no question `{question_id}`")
                    continue
                known = known_answers(question)
            for key in keys or ():
                if known and key not in known:
                    yield document.error((*place, question_id), f"`{question_id}` has no answer `{key}`")

    def _doubles(self) -> Iterator[PackError]:
        """Ids and rows that stand twice in the land."""
        for document in self.documents:
            seen: dict[str, int] = {}
            if isinstance(document.values, list):
                for index, one in enumerate(document.values):
                    key = one.get("id") if isinstance(one, Mapping) else None
                    if key in seen:
                        yield document.error((index,), f"the id `{key}` stands twice: rename one")
                    if key:
                        seen[key] = index


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
