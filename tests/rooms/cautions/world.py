"""Vera thinks before a complaint; Larisa the lawyer reads along; what the pages ask is answered as a browser would."""

from datetime import date
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext, override
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of

from peredacha.core.facts import Person, Place, Reach, Request, Undertaking
from peredacha.rooms.cautions.services import Standing, Step, find_step, risk_step, undertakings_of
from peredacha.rooms.matters.models import Matter

PAPER = str(uuid4())
"""A paper of a room above, by its random name."""
FILING = "prosecutor_complaint"
HARM, SEEN, CONSENT = "1/", "2/", "3/"


def vera_asks() -> FamilyAtDoor:
    """Vera asks for a person; her son is in a remand prison."""
    return asks(
        Request(asks=("person",), words="Помогите.", name="Вера"),
        Reach(way="phone", value="+7 900 000-00-00"),
        Person(surname="Кузнецов", given="Илья", sex="m"),
        Place(words="СИЗО-1", certainty="sure"),
    )


def at(matter: Matter, part: str = "") -> str:
    """The address of the room for a matter, or of one of its pages."""
    return f"/cautions/matters/{matter.id}/{part}"


def in_boxes(name: str, day: date) -> dict[str, str]:
    """A day as three boxes send it."""
    return {f"{name}_0": str(day.day), f"{name}_1": str(day.month), f"{name}_2": str(day.year)}


def begins(vera: FamilyAtDoor, client: Client | None = None, **told: str) -> str:
    """Begin the step about the paper; gives its address."""
    sent = {"about": PAPER, "filing": FILING, **told}
    answer = (client or vera.client).post(at(vera.matter, "begin/"), sent)
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"].removesuffix("next/").removesuffix("urgent/")


def answers(client: Client, step: str, **told: str) -> None:
    """Answer the three questions: by default a lawyer comes today, and he said yes yesterday."""
    today = timezone.localdate()
    says(client, f"{step}{HARM}", harms="cell")
    says(client, f"{step}{SEEN}", seen_by="lawyer", **in_boxes("seen_on", today))
    yes = {"agrees": "yes", "agreed_how": "Сказал адвокату.", **in_boxes("agreed_on", today)}
    says(client, f"{step}{CONSENT}", **(told or yes))


def says(client: Client, page: str, **told: str) -> None:
    """Send a page that must be taken."""
    answer = client.post(page, told)
    assert answer.status_code == 302, answer.content.decode()


def decides(
    vera: FamilyAtDoor, step: str, state: str, client: Client | None = None, **more: str
) -> HttpResponse:
    """Send the decision on the answers as they stand."""
    seen = str(step_at(vera, step).entry.id)
    return (client or vera.client).post(f"{step}decide/", {"seen": seen, "state": state, **more})  # type: ignore[return-value]


def goes(vera: FamilyAtDoor) -> str:
    """Vera answers everything and decides to go ahead; gives the address of the step."""
    step = begins(vera)
    answers(vera.client, step)
    assert decides(vera, step, "go").status_code == 302
    return step


def step_at(vera: FamilyAtDoor, address: str) -> Step:
    """The step behind an address, as it is kept."""
    step = next(one for one in reversed(address.split("/")) if one)
    found = [one for one in [find_step(file_of(vera.keys, vera.matter), UUID(step))] if one]
    return found[0]


def standing(vera: FamilyAtDoor, **more: str) -> Standing:
    """How it stands with the paper now."""
    return risk_step(file_of(vera.keys, vera.matter), PAPER, timezone.now(), **more)


def signs(vera: FamilyAtDoor, client: Client | None = None, signer: str = "lawyer") -> str:
    """Record that somebody signed today; gives the address of the undertaking."""
    told = {"signer": signer, "who": "Соколова", **in_boxes("signed_on", timezone.localdate())}
    answer = (client or vera.client).post(at(vera.matter, "signed/add/"), told)
    assert answer.status_code == 302, answer.content.decode()
    return at(vera.matter, f"signed/{undertaking(vera).key}/")


def undertaking(vera: FamilyAtDoor) -> Undertaking:
    """The newest undertaking as it is kept."""
    return undertakings_of(file_of(vera.keys, vera.matter))[-1][0]


def text_of(client: Client, address: str) -> str:
    """A page that must open, in Russian."""
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    return str(answer.content.decode()).replace("\xa0", " ")


def said(sentence: str) -> str:
    """A sentence of the house as a Russian page says it."""
    with override("ru"):
        return gettext(sentence)
