"""Rita offers tea and soap to a colony; it asks, agrees and takes, or it refuses and a complaint is ready."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from tests.rooms.aid.world import (
    COMPLAINT,
    LETTER,
    SOAP,
    TEA,
    Chapter,
    answers,
    begins,
    chapter_with_a_packer,
    opened,
    page,
    puts,
    step,
    written,
)

from peredacha.rooms.aid.models import Offer
from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.tallies.models import Tally

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]
AT = "2026-11-23 12:00"


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    """It is noon of one day for everybody."""
    with time_machine.travel(AT):
        yield


@pytest.fixture
def demo(noon: None, demo_cards: None) -> Chapter:
    """Pavel, Rita and the colony."""
    return chapter_with_a_packer()


def test_the_place_is_found_by_its_town_and_only_a_place_that_was_found_can_be_chosen(demo: Chapter) -> None:
    town = Facility.objects.get(public_id=demo.colony).place_ru
    text = page(demo.rita.client, f"/aid/new/?text={town}")
    nothing = page(demo.rita.client, "/aid/new/?text=Нигдебург")
    wrong = demo.rita.client.post("/en/aid/new/", {"place": "zzzzzzzzzzzz"})

    assert 'type="radio"' in text and 'type="radio"' not in nothing
    assert "No place has these words" in nothing
    assert wrong.status_code == 422 and not Offer.objects.exists()


def test_rita_writes_the_list_and_the_letter_one_question_a_page(demo: Chapter) -> None:
    rita = demo.rita.client
    url = begins(demo)
    assert rita.get(f"{url}papers/offer/")["Location"] == f"{url}goods/", "without a list there is no letter"
    form = {**TEA, "once": "one-mark"}
    for _click in range(2):
        assert puts(rita, url, form).status_code == 302
    puts(rita, url, SOAP)
    asked = answers(rita, f"{url}papers/offer/", LETTER)
    text = page(rita, f"{url}papers/offer/")

    assert [(one.name, one.grams) for one in opened(demo.rita).goods] == [
        ("чай чёрный", 4000),
        ("мыло", 10500),
    ]
    assert asked == [name for name in LETTER if name != "place"], "the place is known from its card"
    assert "чай чёрный, 40 шт., 4 кг, сертификат: РОСС" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "14,5" in text and "Кощееву" in text
    assert "It was handed in" in text


def test_a_thing_is_taken_out_and_bad_weights_are_refused_with_what_was_typed(demo: Chapter) -> None:
    rita = demo.rita.client
    url = begins(demo)
    puts(rita, url, TEA)
    row = opened(demo.rita).goods[0].row
    for kilo in ("много", "0", "-1", "1.2345", ""):
        answer = puts(rita, f"/en{url}", SOAP, kilo=kilo)
        assert answer.status_code == 422 and "мыло" in answer.content.decode()
        assert "Write the weight in kg, for example 4 or 4.5." in answer.content.decode()
    assert rita.post(f"{url}goods/{row}/out/").status_code == 302
    assert opened(demo.rita).goods == ()


def test_the_answer_is_due_by_the_term_of_the_land_and_the_page_says_so(demo: Chapter) -> None:
    url = written(demo)
    assert step(demo.rita.client, url, "draft", "offered", "2 11 2026", number="345").status_code == 302
    offer = Offer.objects.get()

    assert (offer.state, offer.next_on) == ("offered", date(2026, 12, 2))
    text = page(demo.pavel.client, url)
    assert ("The answer is due by" in text and "December 2" in text) or "2 December" in text
    assert "345" in text and "Rita" in text
    assert "2 December" in page(demo.pavel.client, "/aid/") or "December 2" in page(
        demo.pavel.client, "/aid/"
    )


def test_they_ask_agree_and_take_it_and_only_then_it_is_counted(demo: Chapter) -> None:
    url, rita = written(demo), demo.rita.client
    way = ["offered", "asked", "answered", "agreed", "signed", "delivered"]
    for before, after in zip(["draft", *way], way):
        assert step(rita, url, before, after, text="Нужен паспорт качества").status_code == 302
        assert Offer.objects.get().next_on is not None
        assert not Tally.objects.exists()
    for _click in range(2):
        step(rita, url, "delivered", "accepted")

    tally = Tally.objects.get()
    assert (tally.kind, tally.number, tally.grams) == ("aid_given", 1, 14_500)
    assert (tally.facility, tally.chapter) == (demo.colony, "demo")
    assert (Offer.objects.get().state, Offer.objects.get().next_on) == ("accepted", None)
    assert rita.get(f"{url}step/").status_code == 404
    assert "Нужен паспорт качества" in page(rita, url)


def test_after_a_refusal_the_complaint_knows_what_was_offered_and_why_it_was_refused(demo: Chapter) -> None:
    url, rita = written(demo), demo.rita.client
    assert rita.get(f"{url}papers/refusal/").status_code == 404
    step(rita, url, "draft", "offered", "2 11 2026", number="345")
    step(rita, url, "offered", "refused", "20 11 2026", text="нет распоряжения сверху")
    asked = answers(rita, f"{url}papers/refusal/", COMPLAINT)
    text = page(rita, f"{url}papers/refusal/").replace("\N{NO-BREAK SPACE}", " ")

    assert "giver" not in asked and "offered_day" not in asked and "reason" not in asked
    assert "2 ноября 2026" in text and "нет распоряжения сверху" in text and "№ 345" in text
    assert "чай чёрный" in text and "прокурорского реагирования" in text
    assert "Make the complaint" in page(rita, url)


def test_a_letter_that_was_handed_in_is_never_changed_by_what_comes_later(demo: Chapter) -> None:
    url, rita = written(demo), demo.rita.client
    step(rita, url, "draft", "offered", "2 11 2026")
    before = page(rita, f"{url}papers/offer/")
    step(rita, url, "offered", "silent")
    told = {**COMPLAINT, "papers": "другое", "phone": "+7 000"}
    answers(rita, f"{url}papers/refusal/", told)

    assert rita.post(f"{url}papers/offer/3/", {"answer": "Кто-то другой"}).status_code == 404
    assert puts(rita, url, SOAP).status_code == 404
    assert rita.post(f"{url}goods/{opened(demo.rita).goods[0].row}/out/")["Location"] == url
    after = page(rita, f"{url}papers/offer/")
    assert before[before.index("<article") : before.index("</article")] in after


def test_two_helpers_at_once_the_second_is_told_what_stands_there(demo: Chapter) -> None:
    url = written(demo)
    step(demo.rita.client, url, "draft", "offered")
    first = step(demo.rita.client, url, "offered", "agreed")
    second = step(demo.pavel.client, f"/en{url}", "offered", "refused", text="слова Павла")

    assert first.status_code == 302 and second.status_code == 409
    assert "слова Павла" in second.content.decode()
    assert Offer.objects.get().state == "agreed"
    assert [one.state for one in opened(demo.pavel).steps] == ["offered", "agreed"]


def test_a_day_to_come_is_no_day_on_which_something_happened(demo: Chapter) -> None:
    url = written(demo)
    ahead = step(demo.rita.client, f"/en{url}", "draft", "offered", "24 11 2026", text="слова")
    past = {"look_on_0": "1", "look_on_1": "11", "look_on_2": "2026"}
    over = step(demo.rita.client, f"/en{url}", "draft", "offered", **past)
    chosen = {"look_on_0": "1", "look_on_1": "12", "look_on_2": "2026"}

    assert ahead.status_code == over.status_code == 422
    assert "слова" in ahead.content.decode()
    assert step(demo.rita.client, url, "draft", "offered", **chosen).status_code == 302
    assert Offer.objects.get().next_on == date(2026, 12, 1)


def test_the_list_with_certificates_and_receipts_is_there_for_paper(demo: Chapter) -> None:
    text = page(demo.rita.client, f"{written(demo)}list/")

    assert "РОСС 12" in text and "№ 7 от 02.11.2026" in text and "Together 14.5 kg" in text


def test_letter_and_complaint_leave_as_files_with_a_name_that_tells_nothing(demo: Chapter) -> None:
    url = written(demo)
    for form, begins_with in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = demo.rita.client.get(f"{url}papers/offer/paper.{form}")
        assert answer.status_code == 200 and answer.content.startswith(begins_with)
        assert answer["Content-Disposition"] == f'attachment; filename="paper.{form}"'
