"""The binder of Vera's son: seven pages of four files, what they show, and two witnesses who do not agree."""

from datetime import date

from peredacha.core.binder import Binder, Contradiction, Event, Exhibit, Page, Statement, digest_of

DAY = date(2026, 11, 20)


def page(name: str, number: int, leaf: int = 1) -> Page:
    """A page of Vera's; its file is known by the first letters of its name."""
    return Page(
        id=name, number=number, source="Вера", received_on=DAY, digest=digest_of(name[:3].encode()), leaf=leaf
    )


def pages(names: str = "rec1 rec2 cer1 let1 let2 let3 pic1") -> tuple[Page, ...]:
    return tuple(page(name, number, int(name[-1])) for number, name in enumerate(names.split(), 1))


def names(held: tuple[Page, ...]) -> str:
    """The ids in their order, once the numbers were proved to be 1 to n."""
    assert [one.number for one in held] == list(range(1, len(held) + 1))
    return " ".join(one.id for one in held)


def binder() -> Binder:
    return Binder(
        pages=pages(),
        events=(
            Event(id="search", day=date(2026, 11, 3), what="Обыск в квартире.", pages=("rec1", "rec2")),
            Event(
                id="hospital",
                day=date(2026, 10, 1),
                until=date(2026, 10, 9),
                what="Лежал в больнице.",
                pages=("cer1",),
            ),
        ),
        exhibits=(
            Exhibit(id="record", title="Протокол обыска", pages=("rec1", "rec2")),
            Exhibit(id="certificate", title="Справка из больницы", pages=("cer1",)),
        ),
        contradictions=(
            Contradiction(
                id="hour",
                first=Statement(what="Обыск начали в 6:00.", pages=("rec1",)),
                second=Statement(what="В 6:00 он был в больнице.", pages=("cer1",)),
            ),
        ),
    )
