"""Pavel's shift ends: what happened is drafted, left to Oleg, and taken over line by line."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from tests.rooms.desk.world import at, beside, family, page, sees
from tests.rooms.matters.world import keys, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.facts import Author, NextStep
from peredacha.rooms.desk.services import name_next_step, take
from peredacha.rooms.home.services import erase
from peredacha.rooms.matters.models import Matter, ShiftBook, ShiftNote
from peredacha.rooms.matters.services import open_book, tell
from peredacha.rooms.mentoring.services import confirm
from peredacha.rooms.shifts.services import draft_of, hand_shift_over, told_lines
from peredacha.rooms.vault.services import unseat_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]


def leaves(helper: Enrolled, matter: Matter, text: str) -> None:
    typed = {f"take-{matter.id}": "on", f"text-{matter.id}": text}
    assert helper.client.post("/desk/hand-over/", typed).url == "/desk/"


def waiting(html: str) -> list[str]:
    return re.findall(r'action="(/desk/hand-over/[^"]+/)"', html)


def test_the_draft_is_made_from_what_pavel_did_and_from_nothing_else() -> None:
    pavel = reception()
    called, seen, claimed, _other = (family(name).matter for name in ("Вера", "Нина", "Зоя", "Ольга"))
    pavel.client.post(
        at(called, "contact/"), {"contact-outcome": "no_answer", "contact-note": "занято весь день"}
    )
    pavel.client.post(at(called, "talk/"), {"text": "Мы рядом."})
    page(pavel, at(seen))
    pavel.client.post(at(claimed, "claim/"))

    lines = {one.title: one.text for one in draft_of(keys(pavel), now=timezone.now())}

    assert set(lines) == {"Вера", "Зоя"}, "looking is no line"
    assert "занято весь день" in lines["Вера"] and "1" in lines["Вера"]
    html = page(pavel, "/desk/hand-over/")
    assert "занято весь день" in html and str(claimed.id) in html


def test_a_suggestion_is_told_by_what_became_of_it_and_no_sentence_ends_twice() -> None:
    pavel, anna, vera = reception(), enrol("Anna"), family("Вера")
    confirm(keys=keys(pavel), file=sees(pavel, vera.matter), member=anna.member, now=timezone.now())
    step = NextStep(what="Анна ответит.", by=timezone.localdate().isoformat())
    tell(keys=keys(pavel), file=sees(pavel, vera.matter), fact=step, author=Author(), now=timezone.now())

    text = draft_of(keys(pavel), now=timezone.now())[0].text

    assert "предложено: Anna" in text and ". Anna." not in text
    assert "Анна ответит. " in text and ".." not in text


def test_what_another_helper_did_stands_in_the_other_s_draft() -> None:
    pavel = reception()
    oleg = beside(pavel)
    matter = family("Вера").matter
    oleg.client.post(at(matter, "inner/"), {"inner-text": "…"})
    oleg.client.post(at(matter, "contact/"), {"contact-outcome": "reached"})

    assert draft_of(keys(pavel), now=timezone.now()) == ()
    assert [one.title for one in draft_of(keys(oleg), now=timezone.now())] == ["Вера"]


def test_what_is_promised_until_tomorrow_is_in_the_draft_whoever_promised_it() -> None:
    pavel = reception()
    oleg = beside(pavel)
    matter, later = family("Вера").matter, family("Нина").matter
    today = timezone.localdate()
    for one, days in ((matter, 1), (later, 5)):
        name_next_step(
            keys=keys(oleg),
            file=sees(oleg, one),
            what="Позвоним",
            by=today + timedelta(days=days),
            now=timezone.now(),
        )

    assert [(one.title, "Позвоним" in one.text) for one in draft_of(keys(pavel), now=timezone.now())] == [
        ("Вера", True)
    ]


def test_a_shift_reaches_back_half_a_day() -> None:
    pavel = reception()
    matter = family("Вера").matter
    take(keys=keys(pavel), file=sees(pavel, matter), now=timezone.now() - timedelta(hours=13))

    assert draft_of(keys(pavel), now=timezone.now()) == ()


def test_oleg_finds_the_lines_on_top_and_takes_them_over_one_by_one() -> None:
    pavel = reception()
    oleg = beside(pavel)
    first, second = family("Вера").matter, family("Нина").matter
    leaves(pavel, first, "Ждёт звонка в девять")
    leaves(pavel, second, "Суд перенесли")
    html = page(oleg, "/desk/")
    assert html.index("Ждёт звонка в девять") < html.index("Суд перенесли") < html.index('class="queue"')

    one, other = waiting(html)
    assert oleg.client.post(one).url == "/desk/"

    html = page(oleg, "/desk/")
    assert waiting(html) == [other]
    assert "Oleg" in html.split("<details", 1)[1], "what was taken over can still be looked up"


def test_two_who_press_at_once_take_a_line_over_once() -> None:
    pavel = reception()
    oleg = beside(pavel)
    leaves(pavel, family("Вера").matter, "Ждёт звонка")
    [line] = waiting(page(oleg, "/desk/"))

    oleg.client.post(line), pavel.client.post(line)

    [taken] = told_lines(keys(oleg), now=timezone.now()).taken
    assert taken.who == "Oleg"


def test_a_line_that_is_not_there_breaks_nothing() -> None:
    pavel = reception()

    assert pavel.client.post(f"/desk/hand-over/{uuid4()}/").url == "/desk/"


def test_only_what_is_ticked_is_left_and_nothing_typed_is_lost() -> None:
    pavel = reception()
    matter, other = family("Вера").matter, family("Нина").matter

    leaves(pavel, matter, "Ждёт звонка")
    pavel.client.post("/desk/hand-over/", {f"text-{other.id}": "не надо"})
    long = "а" * 2_001
    answer = pavel.client.post("/desk/hand-over/", {f"take-{other.id}": "on", f"text-{other.id}": long})

    assert ShiftNote.objects.count() == 1
    assert answer.status_code == 422 and long in answer.content.decode()


def test_a_line_about_another_chapter_s_matter_is_not_written() -> None:
    pavel = reception()
    reception("Egor", "volga")
    theirs = family(
        "Чужая",
    ).matter
    Matter.objects.filter(id=theirs.id).update(chapter="volga")

    assert (
        hand_shift_over(keys=keys(pavel), texts={theirs.id: "чужое", uuid4(): "ничьё"}, now=timezone.now())
        == 0
    )


def test_nobody_outside_the_reception_opens_the_book() -> None:
    pavel = reception()
    egor, anna = reception("Egor", "volga"), enrol("Anna")
    leaves(pavel, family("Вера").matter, "Ждёт звонка")

    assert told_lines(keys(egor), now=timezone.now()).lines == ()
    assert told_lines(keys(anna), now=timezone.now()).lines == ()
    assert open_book(keys(anna), now=timezone.now()) is None
    [line] = waiting(page(pavel, "/desk/"))
    assert egor.client.post(line).status_code == 302 and waiting(page(pavel, "/desk/")) == [line]


def test_oleg_who_left_the_reception_reads_no_new_line() -> None:
    pavel = reception()
    oleg = beside(pavel)
    leaves(pavel, family("Вера").matter, "Ждёт звонка")
    circle = open_circle(pavel)
    had = keys(oleg)
    unseat_member(keys=keys(pavel), circle=circle, member=oleg.member)

    assert oleg.client.get("/desk/").url == "/desk/mine/"
    assert told_lines(keys(oleg), now=timezone.now()).lines == ()
    assert len(had.circles) == 1 and len(told_lines(keys(pavel), now=timezone.now()).lines) == 1


def open_circle(helper: Enrolled):
    return (
        type(ShiftBook.objects.get().safe)
        ._meta.apps.get_model("vault", "Circle")
        .objects.get(chapter=helper.member.chapter, name="reception")
    )


def test_a_damaged_line_is_counted_and_the_queue_stands() -> None:
    pavel = reception()
    leaves(pavel, family("Вера").matter, "Ждёт звонка")
    leaves(pavel, family("Нина").matter, "Суд перенесли")
    broken = ShiftNote.objects.first()
    assert broken is not None
    broken.sealed = bytes(broken.sealed)[:-1] + bytes([broken.sealed[-1] ^ 1])
    broken.save()

    html = page(pavel, "/desk/")

    assert "Суд перенесли" in html and "Ждёт звонка" not in html
    assert told_lines(keys(pavel), now=timezone.now()).damaged == 1


def test_when_a_matter_is_erased_its_lines_go_with_it() -> None:
    pavel = reception()
    vera = family("Вера")
    leaves(pavel, vera.matter, "Ждёт звонка")

    erase(vera.matter, today=timezone.localdate())

    assert ShiftNote.objects.count() == 0 and "Ждёт звонка" not in page(pavel, "/desk/")


def test_taken_lines_go_out_of_the_book_after_two_days() -> None:
    pavel = reception()
    matter = family("Вера").matter
    leaves(pavel, matter, "Ждёт звонка")
    pavel.client.post(waiting(page(pavel, "/desk/"))[0])

    hand_shift_over(keys=keys(pavel), texts={matter.id: "Новое"}, now=timezone.now() + timedelta(days=3))

    assert ShiftNote.objects.count() == 1


def test_an_empty_shift_says_so() -> None:
    pavel = reception()

    assert 'class="notice notice-calm"' in page(pavel, "/desk/hand-over/")
