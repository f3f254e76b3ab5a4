"""What Vera keeps beside the talk: a binder, bundles, calendars, a court's card, a risk step; her mark in all of it."""

from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from django.utils import timezone
from tests.gateways.bindery.samples import black_photo
from tests.rooms.binders.test_telling import EVENT, tells
from tests.rooms.binders.world import CAME, held_by, lies_in, page_at
from tests.rooms.calendars.world import hearing, makes
from tests.rooms.calendars.world import tells as tells_all
from tests.rooms.cautions.world import PAPER, answers, begins, decides, says, step_at
from tests.rooms.hearings.world import COURT, card, keeps, opens, pastes, row, standing
from tests.rooms.matters.world import FamilyAtDoor, file_of
from tests.rooms.people.world import Enrolled

from peredacha.rooms.bundles.services import save
from peredacha.rooms.calendars.models import Feed, FeedKind
from peredacha.rooms.cautions.services import (
    change_cover,
    free_filings,
    record_undertaking,
    undertakings_of,
)
from peredacha.rooms.conversations.services import Box, change_wish

LETTERS = "/dates/letters/"
LATER = "2031-02-03", "2031-02-04"
"""Days of the hearings in the court's card; nothing in clear may say them."""


@dataclass
class Case:
    """The random names of all of it, and the secret paths of two calendars."""

    page: UUID
    things: dict[str, UUID]
    bundles: dict[str, UUID]
    feeds: tuple[UUID, ...]
    hearings: tuple[UUID, ...]
    step: UUID
    undertaking: UUID
    hers: str
    chapters: str

    @property
    def token(self) -> str:
        """The secret in the address of Vera's own calendar."""
        return self.hers.rpartition("/")[2].removesuffix(".ics")


def case_of(mark: str, vera: FamilyAtDoor, anna: Enrolled, pavel: Enrolled) -> Case:
    """Vera fills her binder and what belongs to it; Anna wants letters too, Pavel a calendar of the chapter."""
    makes(vera.client)
    assert vera.client.post(f"/dates/end/{Feed.objects.get().id}/").status_code == 302
    hers, chapters = makes(vera.client), makes(pavel.client, "/dates/team/new/")
    change_wish(member=anna.member, box=Box("anna@example.org", "ru"))
    for client in (vera.client, anna.client):
        assert client.post(LETTERS).status_code == 302
    page, things = binder(mark, vera)
    bundles = {kind: bundle(mark, vera, kind, page) for kind in ("bundle", "packet")}
    hearings = court(mark, vera)
    step = risk(mark, vera)
    feeds = tuple(Feed.objects.filter(kind=FeedKind.OWN).values_list("id", flat=True))
    feeds += tuple(Feed.objects.filter(kind=FeedKind.CHAPTER).values_list("id", flat=True))
    return Case(page, things, bundles, feeds, hearings, step, signed(mark, vera), hers, chapters)


def binder(mark: str, vera: FamilyAtDoor) -> tuple[UUID, dict[str, UUID]]:
    """Two pages, one of them read and looked at; an event, a document and a contradiction on them."""
    lies_in(vera, black_photo((60, 90)), black_photo((90, 60)), source=f"{mark} источник")
    words = {**CAME, "source": f"{mark} источник", "text": f"{mark} на листе"}
    assert vera.client.post(page_at(vera, 1), words).status_code == 302
    assert vera.client.get(page_at(vera, 1, "small/")).status_code == 200
    tells(vera, "events", **EVENT | {"what": f"{mark} событие", "pages": "1"})
    tells(vera, "documents", title=f"{mark} протокол", pages="1")
    said = {"first": f"{mark} да", "first_pages": "1", "second": f"{mark} нет", "second_pages": "2"}
    tells(vera, "contradictions", **said)
    held = held_by(vera)
    return held.pages[0].id, {one.kind: one.id for one in held.things}


def bundle(mark: str, vera: FamilyAtDoor, kind: Literal["bundle", "packet"], page: UUID) -> UUID:
    """A bundle or a packet of the first page, with its PDF."""
    told: dict[str, Any] = {"title": f"{mark} {kind}", "under": f"{mark} строка", "sources": True}
    if kind == "bundle":
        told |= {"pages": [str(page)], "chronology": True, "contradictions": False}
    else:
        told |= {"family": f"{mark} семья", "family_pages": [str(page)]}
    name = save(
        keys=vera.keys, file=file_of(vera.keys, vera.matter), kind=kind, told=told, now=timezone.now()
    )
    made = vera.client.post(f"/bundles/matters/{vera.matter.id}/{kind}s/{name}/make/")
    assert made.status_code == 302, made.content.decode()
    return name


def court(mark: str, vera: FamilyAtDoor) -> tuple[UUID, ...]:
    """A card that was kept and one that waits, a hearing from the corridor that is open to everybody."""
    days = [".".join(reversed(day.split("-"))) for day in LATER]
    assert pastes(vera, card(row(days[0], why=mark), judge=f"{mark} О. Л.")).status_code == 302
    assert keeps(vera).status_code == 302
    tells_all(vera, vera, hearing("2031-02-05T10:30", COURT))
    everybodys = next(one for one in standing(vera) if one.fact.at.startswith("2031-02-05"))
    until = {"until_0": "6", "until_1": "2", "until_2": "2031"}
    assert opens(vera, everybodys, words="Приходите", **until).status_code == 302
    waits = card(row(days[0], why=mark), row(days[1], why=mark), judge=f"{mark} О. Л.")
    assert pastes(vera, waits).status_code == 302
    return tuple(one.id for one in standing(vera))


def risk(mark: str, vera: FamilyAtDoor) -> UUID:
    """A risk step with an answer to everything, decided."""
    address = begins(vera, about=PAPER)
    answers(vera.client, address)
    says(vera.client, f"{address}1/", harms="cell", harm_words=f"{mark} вред")
    assert decides(vera, address, "no", reason=f"{mark} причина").status_code == 302
    return step_at(vera, address).id


def signed(mark: str, vera: FamilyAtDoor) -> UUID:
    """An undertaking that covers one paper of long ago, so that Vera's PDF may still leave."""
    now, today = timezone.now(), timezone.localdate()

    def act() -> dict[str, Any]:
        return {"keys": vera.keys, "file": file_of(vera.keys, vera.matter), "now": now}

    def told() -> Any:
        return undertakings_of(file_of(vera.keys, vera.matter))[-1][0]

    name = record_undertaking(**act(), signer="lawyer", who=f"{mark} защитник", signed_on=today)
    change_cover(**act(), fact=told(), covers="named", named=(f"{mark} справка",))
    free_filings(**act(), fact=told(), on=today, words=f"{mark} разрешил")
    return name
