"""Two families of one chapter with everything that can be told, and those who stand by them: what an attacker wants."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from tests.attacks.carried import Carried, carried_to
from tests.attacks.case import Case, case_of
from tests.rooms.conversations.world import note, puts
from tests.rooms.matters.world import ANSWERS, FamilyAtDoor, asks, file_of, keys
from tests.rooms.mentoring.world import stands
from tests.rooms.people.world import Enrolled, enrol
from tests.rooms.vault.world import circle_of, founder, seated
from tests.rooms.veterans.world import KNOWS, veteran

from peredacha.core.facts import (
    Author,
    Charge,
    Contact,
    Fact,
    Hearing,
    Kin,
    NextStep,
    Note,
    Person,
    Place,
    Proceeding,
    Reach,
    Request,
)
from peredacha.rooms.conversations.services import author_of, send
from peredacha.rooms.guardians.services import ask_approval, make_link
from peredacha.rooms.matters.services import (
    MatterFile,
    ask_referral,
    claim,
    move_referral,
    open_for_hours,
    tell,
    write_lines,
)
from peredacha.rooms.people.models import RoleKind
from peredacha.rooms.people.services.factors import add_totp, make_printed_codes, new_totp_secret
from peredacha.rooms.plans.services import PaperFile, answer, begin, make, read_binder, take_step
from peredacha.rooms.vault.services import give_seat_to

MARK, NINAS, LABEL = "Метка7731", "Знак5512", "Ярлык7731"
"""Stands in everything that Vera's circle wrote, and in everything that Nina wrote."""


PAPER = {
    "appeal_court": "Заречный областной суд",
    "court": "Верхнебродский городской суд",
    "lawyer": {"surname": "Соколова", "given": "Марина", "patronymic": "Юрьевна", "gender": "f"},
    "lawyer_address": f"ул. Лесная, {MARK}",
    "detained": {"surname": "Кузнецов", "given": "Илья", "patronymic": "Олегович", "gender": "m"},
    "status": "accused",
    "article": "ч. 1 ст. 318 УК РФ",
    "order": "custody",
    "order_day": "2026-11-20",
}
"""What stands in Vera's paper."""


@dataclass
class House:
    """The chapter at work. Anna stands by Vera, Larisa the lawyer reads for some hours; Nina has asked and waits."""

    pavel: Enrolled
    olga: Enrolled
    anna: Enrolled
    larisa: Enrolled
    vera: FamilyAtDoor
    nina: FamilyAtDoor
    referral: str
    attachment: UUID
    roll: UUID
    paper: UUID
    links: tuple[str, ...]
    """Secrets of addresses: an invitation, an address that closes the house."""
    case: Case
    carried: Carried


def told(mark: str) -> tuple[Request, Reach]:
    """What a family tells first, with a mark in every field."""
    request = Request(
        asks=("person",),
        words=f"{mark} слова",
        answers=ANSWERS,
        name=f"{mark} имя",
        excluded=f"{mark} сосед",
    )
    return request, Reach(way="mail", value=f"{mark}@example.org", when_safe=f"{mark} вечером", notices=True)


def full_house() -> House:
    """Everything of the rooms that exist, with marks."""
    call_command("load_chapter", str(settings.CHAPTER), verbosity=0)
    pavel = founder()
    olga = seated("Olga", pavel)
    anna = veteran("Anna", replace(KNOWS, note=f"{MARK} карточка"))
    larisa = enrol("Larisa", (RoleKind.LAWYER,), invited_by=pavel.member)
    vera, nina = asks(*told(MARK)), asks(*told(NINAS))
    stands(pavel, anna, vera)
    tell_everything(anna, vera)
    attachment = puts(anna, vera, note(MARK), f"{MARK}.txt", text=f"{MARK} к файлу")
    puts(anna, vera, note(MARK), f"{MARK}-2.txt", inner=True)
    referral = shown_to(pavel, larisa, vera)
    paper = paper_of(vera)
    shift(pavel, vera)
    links = team(pavel, anna, larisa, vera)
    case = case_of(MARK, vera, anna, pavel)
    carried = carried_to(MARK, vera, pavel)
    vera.matter.refresh_from_db()
    told_of = referral, attachment.id, roll_of(pavel), paper, links
    return House(pavel, olga, anna, larisa, vera, nina, *told_of, case, carried)


def tell_everything(anna: Enrolled, vera: FamilyAtDoor) -> None:
    """A fact of every kind, and three words in both threads."""
    opener, now = keys(anna), timezone.now()
    by = author_of(opener)

    def adds(fact: Fact, inner: bool = False) -> None:
        tell(keys=opener, file=file_of(opener, vera.matter), fact=fact, author=by, now=now, inner=inner)

    adds(Person(surname=f"{MARK}ов", given=MARK, health=f"{MARK} диабет"))
    adds(Place(state="unknown", words=f"{MARK} этап", source=f"{MARK} мать"))
    adds(Kin(name=f"{MARK} тётя", relation="aunt", reach=MARK, note=MARK))
    adds(Charge(article="228.1", note=MARK))
    adds(Proceeding(number=f"1-{MARK}", note=MARK))
    adds(Hearing(at="2031-01-02T10:00", court=f"{MARK} суд", what=MARK))
    adds(NextStep(what=f"{MARK} шаг", by="2031-01-01"))
    adds(Contact(note=f"{MARK} звонок"), inner=True)
    adds(Note(text=f"{MARK} заметка"), inner=True)
    for inner in (False, True):
        for word in ("первое", "второе", "третье"):
            file = file_of(opener, vera.matter)
            send(keys=opener, file=file, text=f"{MARK} {word}", author=by, now=now, inner=inner)


def shown_to(pavel: Enrolled, larisa: Enrolled, vera: FamilyAtDoor) -> str:
    """Vera agrees that Larisa reads for ten hours; gives the referral's key."""
    opener, now = keys(pavel), timezone.now()
    file = file_of(opener, vera.matter)
    by, to = author_of(opener), f"{MARK} адвокат"
    key = ask_referral(keys=opener, file=file, to=to, what_for=MARK, author=by, now=now)
    mine = file_of(vera.keys, vera.matter)
    move_referral(keys=vera.keys, file=mine, key=key, state="consented", author=Author("family"), now=now)
    open_for_hours(
        keys=opener,
        file=file_of(opener, vera.matter),
        key=key,
        member=larisa.member,
        hours=10,
        purpose=f"{MARK} суд",
        now=now,
    )
    return key


def paper_of(vera: FamilyAtDoor) -> UUID:
    """Vera makes the appeal against custody and sends it to the lawyer."""
    opener, now = vera.keys, timezone.now()

    def file() -> MatterFile:
        return file_of(opener, vera.matter)

    name = begin(keys=opener, file=file(), filing="appeal_custody", now=now)

    def paper() -> PaperFile:
        found = read_binder(file()).find(name)
        assert found is not None
        return found

    for need in paper().filing.card.needs:
        if need.name in PAPER:
            answer(keys=opener, file=file(), paper=paper(), need=need, value=PAPER[need.name])
    make(keys=opener, file=file(), paper=paper(), now=now)
    last = paper().last
    assert last is not None
    digest = last.digest
    take_step(keys=opener, file=file(), paper=paper(), step="sent", digest=digest, now=now, text=MARK)
    return name


def shift(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    """A line for the next shift, and a claim."""
    opener, now = keys(pavel), timezone.now()
    line = {vera.matter.id: {"text": f"{MARK} смене"}}
    write_lines(keys=opener, kind="left", lines=line, author=author_of(opener), now=now)
    claim(matter=vera.matter, member=pavel.member, now=now)


def team(pavel: Enrolled, anna: Enrolled, larisa: Enrolled, vera: FamilyAtDoor) -> tuple[str, ...]:
    """Second factors, an invitation, an agreement asked for, a seat proposed; gives the secrets of addresses."""
    today = timezone.localdate()
    for helper in (pavel, anna, larisa):
        add_totp(member=helper.member, secret=new_totp_secret(), label=LABEL, step=-1, today=today)
    make_printed_codes(member=anna.member)
    ask_approval(member=anna.member, what="export", subject=vera.matter.id, today=today)
    roman = enrol("Roman", (RoleKind.COORDINATOR,), invited_by=pavel.member)
    give_seat_to(keys=keys(pavel), circle=circle_of(), member=roman.member, today=today)
    ends = today + timedelta(days=90)
    days = {"ends_on_0": ends.day, "ends_on_1": ends.month, "ends_on_2": ends.year}
    invited = pavel.client.post("/team/invite/", {"kind": "veteran", "note": f"{MARK} кто", **days})
    assert invited.status_code == 302
    page = pavel.client.get(invited.url).content.decode()
    found = re.search(r"/team/join/([^/\"<\s]+)/", page)
    assert found is not None
    return found[1], make_link(member=anna.member)


def roll_of(pavel: Enrolled) -> UUID:
    """A list of detained people with one person in it."""
    begun = pavel.client.post(reverse("rolls:begin"))
    typed = {"who": f"{MARK}ов Иван 1990", "station": f"{MARK} отдел", "note": MARK}
    assert pavel.client.post(begun.url, typed).status_code == 302
    return UUID(begun.url.rstrip("/").rsplit("/", 1)[-1])
