"""Letters to Ilya, whom writers know as Alexey: Vera says yes, Nina writes, Petya packs, Igor writes too."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.rooms.errands.world import Packing, errands_for, packing, vera_asks_for_food
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.letters.models import Card, Consent, Letter, LetterState, ReplyRow
from peredacha.rooms.letters.services import OpenCorrespondent, agree, offer_of, take_offer, write
from peredacha.rooms.postroom.services import let_through, post_letters
from peredacha.rooms.postroom.services.printing import numbered
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.services import found_circle, seat_member

ALEXEY = Card(alias="Алексей", interests="Книги, кошки, море", silent_on="О болезни матери")
PLACE = "ФКУ ИК-7, 400007, Заречная область, пос. Лесной, ул. Лесная, 7"
TEXT = (
    "Здравствуйте, Алексей!\n\nУ нас выпал первый снег. Кошка смотрит на него с подоконника.\n\nДо свидания."
)
BACK_TO = ("А/я 12", "101000 Москва")
SECRETS = ("Кузнецов", "Илья", "Олегович", "ИК-7", "Вера")


@dataclass
class Writing:
    """Pavel leads, Petya packs, Nina and Igor write, Vera is the mother."""

    house: Packing
    nina: Enrolled
    igor: Enrolled
    vera: FamilyAtDoor

    @property
    def petya(self) -> Enrolled:
        """Who packs, reads once more and posts."""
        return self.house.petya

    @property
    def pavel(self) -> Enrolled:
        """Who leads."""
        return self.house.pavel


def writing() -> Writing:
    """A chapter that writes, and Vera whose son sits in a colony; nobody has said yes yet."""
    house = packing()
    circle = found_circle(keys=keys(house.pavel), chapter="demo", name=CircleName.WRITERS)
    nina, igor = enrol("Nina", ("writer",)), enrol("Igor", ("writer",))
    for one in (nina, igor):
        seat_member(keys=keys(house.pavel), circle=circle, member=one.member)
    return Writing(house, nina, igor, vera_asks_for_food())


def vera_says_yes(vera: FamilyAtDoor, card: Card = ALEXEY) -> OpenCorrespondent:
    """Vera says yes to letters, with an alias for her son whose place is known."""
    errands_for(vera.keys, vera, place=PLACE)
    file = file_of(vera.keys, vera.matter)
    return agree(keys=vera.keys, file=file, card=card, consent=Consent("prisoner"), now=timezone.now())


def writes(writer: Enrolled, text: str = TEXT, *, sure: bool = True, now: datetime | None = None) -> Letter:
    """A writer gets somebody from the top of the list and writes."""
    at = now or timezone.now()
    take_offer(keys=keys(writer), now=at)
    found = offer_of(keys(writer), now=at)
    assert found
    return write(keys=keys(writer), offer=found[0], to=found[1], text=text, sure=sure, now=at)


def goes_out(world: Writing, letter: Letter, on: date | None = None, now: datetime | None = None) -> Letter:
    """Petya lets a letter through, numbers it and posts it."""
    at = now or timezone.now()
    let_through(keys=keys(world.petya), letter=letter, now=at)
    numbered(letter, LetterState.PRINTED, now=at)
    day = on or timezone.localdate(at)
    assert post_letters(keys=keys(world.petya), letters=[letter.id], on=day, way="post", now=at) == 1
    return again(letter)


def again(letter: Letter) -> Letter:
    """The letter as it stands now."""
    return Letter.objects.select_related("correspondent", "matter").get(id=letter.id)


def only_letter() -> Letter:
    """The one letter that there is."""
    return again(Letter.objects.get())


def only_reply() -> ReplyRow:
    """The one answer that there is."""
    return ReplyRow.objects.select_related("letter__correspondent", "letter__matter").get()


def page(client: Client, address: str, status: int = 200) -> str:
    """The words of a page."""
    response = client.get(address)
    assert response.status_code == status
    return words(response)


def words(response: HttpResponse) -> str:
    """The words of the main part, without marks and with single spaces."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)).replace("\u00a0", " ").strip()


def weeks(number: int) -> timedelta:
    """So many weeks."""
    return timedelta(weeks=number)
