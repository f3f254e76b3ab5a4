"""Vera in the corridor, with a line to type and a court's card to paste; what the pages and the facts say then."""

import html
import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext, override
from tests.rooms.cautions import world as cautions
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of

from peredacha.core.facts import Fact, Hearing, Request
from peredacha.rooms.cautions.services import PUBLICITY, risk_step
from peredacha.rooms.hearings.models import OpenHearing
from peredacha.rooms.hearings.services import Shelf, Standing, read_shelf, standing_of

COURT = "Верхнебродский городской суд"
HEADS = (
    *("Наименование события", "Дата", "Время", "Место проведения", "Результат события"),
    *("Основание для выбранного результата события", "Примечание", "Дата размещения"),
)
CARD = """{court}
ДЕЛО № {number}
Уникальный идентификатор дела\t{uid}
Дата поступления\t17.11.2026
Категория дела\tУголовное дело публичного обвинения
Судья\t{judge}

ДВИЖЕНИЕ ДЕЛА
{heads}
Регистрация поступившего в суд дела\t17.11.2026\t10:12\t\t\t\t\t17.11.2026
{rows}

ЛИЦА
Фамилия / наименование\tПеречень статей\tДата рассмотрения дела\tРезультат в отношении лица
Кузнецов Илья Олегович\tст.318 ч.1 УК РФ
"""
ROW = "Судебное заседание	{day}	{hour}	Зал № 3	{result}	{why}		{day}\n"


def card(*rows: str, number: str = "1-45/2026", judge: str = "Брусникина О. Л.", court: str = COURT) -> str:
    """A court's card as it is copied from a page; each row as :func:`row` makes it."""
    uid = {"1-45/2026": "68RS0031-01-2026-000987-14"}.get(number, "68RS0031-01-2026-000111-15")
    return CARD.format(
        heads="\t".join(HEADS), number=number, uid=uid, judge=judge, court=court, rows="".join(rows)
    )


def row(day: str, hour: str = "14:30", result: str = "", why: str = "") -> str:
    """One hearing of a card; ``day`` as 10.12.2026."""
    return ROW.format(day=day, hour=hour, result=result, why=why)


def vera_asks(*more: Fact, region: str = "RU-ZRC", name: str = "Вера") -> FamilyAtDoor:
    """Vera asks for a person from the demo region."""
    return asks(Request(asks=("person",), words="Помогите.", answers={"region": region}, name=name), *more)


def at(vera: FamilyAtDoor, part: str = "") -> str:
    """The address of the hearings of a matter, or of one of its parts."""
    return f"/hearings/matters/{vera.matter.id}/{part}"


def types(vera: FamilyAtDoor, line: str, court: str = "", client: Client | None = None, **more: str) -> Any:
    """One line on the corridor's page."""
    return (client or vera.client).post(at(vera, "next/"), {"text": line, "court": court, **more})


def pastes(vera: FamilyAtDoor, text: str, client: Client | None = None) -> Any:
    """The card's text, sent as the page sends it."""
    return (client or vera.client).post(at(vera, "card/"), {"text": text}, format="multipart")


def uploads(vera: FamilyAtDoor, body: bytes, name: str = "card.html") -> Any:
    """A saved page."""
    return vera.client.post(at(vera, "card/"), {"text": "", "file": SimpleUploadedFile(name, body)})


def keeps(vera: FamilyAtDoor, *chosen: str, client: Client | None = None) -> Any:
    """Keep the card that waits; without choice exactly what is ticked on the page."""
    browser = client or vera.client
    page = browser.get(at(vera, "card/check/")).content.decode()
    boxes = re.findall(r'<input[^>]*name="chosen"[^>]*>', page)
    ticked = [value_of(box) for box in boxes if "checked" in box]
    mark = re.search(r'name="mark" value="([^"]+)"', page)
    assert mark, page
    return browser.post(at(vera, "card/check/"), {"mark": mark[1], "chosen": chosen or ticked})


def value_of(box: str) -> str:
    """The value of an input."""
    found = re.search(r'value="([^"]*)"', box)
    assert found
    return found[1]


def thinks_first(vera: FamilyAtDoor) -> None:
    """Vera thinks of what publicity may bring him, and decides to go ahead."""
    step = cautions.begins(vera, about=PUBLICITY, filing="")
    if not risk_step(file_of(vera.keys, vera.matter), PUBLICITY, timezone.now()).may_go:
        cautions.answers(vera.client, step)
        assert cautions.decides(vera, step, "go").status_code == 302


def opens(vera: FamilyAtDoor, one: Standing, client: Client | None = None, **told: str) -> Any:
    """A yes to be public, until the end of January, after it was thought over."""
    thinks_first(vera)
    until = {"until_0": "31", "until_1": "1", "until_2": "2027"}
    form = {"words": "", "court": COURT, "agreed": "on", **until, **told}
    return (client or vera.client).post(at(vera, f"{one.id}/open/"), form)


def standing(vera: FamilyAtDoor) -> tuple[Standing, ...]:
    """Every hearing as Vera's own keys read it."""
    return standing_of(file_of(vera.keys, vera.matter))


def told(vera: FamilyAtDoor) -> list[Hearing]:
    """Every word on hearings, oldest first."""
    return [fact for fact, _told in file_of(vera.keys, vera.matter).all(Hearing)]


def shelf(vera: FamilyAtDoor) -> Shelf:
    """What the room keeps of the matter."""
    return read_shelf(file_of(vera.keys, vera.matter))


def public() -> OpenHearing:
    """The only public hearing."""
    return OpenHearing.objects.get()


def text_of(client: Client, address: str, status: int = 200) -> str:
    """A page as it is read: tags away, spaces plain."""
    answer = client.get(address, follow=True)
    assert answer.status_code == status, (address, answer.status_code)
    return plain(answer.content.decode())


def plain(page: str) -> str:
    """The words of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def said(sentence: str) -> str:
    """A sentence of the house as a Russian page says it."""
    with override("ru"):
        return " ".join(gettext(sentence).split())
