"""Where letters go: to a new matter, to one that is here, to the binder, to our own letter, away."""

from pathlib import Path

import pytest
from django.utils import timezone
from tests.gateways.bindery.samples import black_photo
from tests.rooms.errands.world import packing, vera_asks_for_food
from tests.rooms.letters.world import goes_out, vera_says_yes, writes, writing
from tests.rooms.mailroom.world import at, comes, opened_by, page, seen_letter, with_photo
from tests.rooms.matters.world import file_of, keys, reception

from peredacha.core.cleaning import Unacceptable
from peredacha.core.facts import NextStep, Note, Proceeding
from peredacha.core.language import phrase
from peredacha.rooms.conversations.services import files_in
from peredacha.rooms.letters.models import ReplyRow, ReplyScan
from peredacha.rooms.letters.selectors import code_of
from peredacha.rooms.mailroom.models import MailScan, PaperLetter, PaperState
from peredacha.rooms.mailroom.services import erase_due_mail, routing
from peredacha.rooms.matters.models import Matter, MatterState
from peredacha.rooms.parcels.services import parcels_of

pytestmark = pytest.mark.django_db
PAPER = {
    "value": "yes",
    "on_0": "16",
    "on_1": "11",
    "on_2": "2026",
    "rule": "appeal_verdict",
    "what": "приговор",
}


@pytest.fixture(autouse=True)
def november(time_machine, settings, tmp_path) -> Path:
    """It is the 22nd of November 2026; files go into a folder of the play."""
    time_machine.move_to("2026-11-22T12:00:00+03:00")
    settings.BLOBS = tmp_path / "blobs"
    settings.BLOBS.mkdir()
    return settings.BLOBS


def goes(pavel, letter, same: str, into: str = "helpers", **things) -> str:
    """Pavel brings a letter where it belongs; gives the address of the matter."""
    assert pavel.client.post(at(letter, "where/"), {"same": same}).status_code == 302
    if things:
        assert pavel.client.post(at(letter, "what/"), things).status_code == 302
    done = pavel.client.post(at(letter, "into/"), {"into": into})
    assert done.status_code == 302, done.content.decode()
    letter.refresh_from_db()
    return done["Location"]


def test_a_letter_becomes_a_matter_with_a_parcel_and_lies_nowhere_else(november) -> None:
    pavel = packing().pavel
    letter = seen_letter(pavel)
    with_photo(pavel, letter, black_photo())

    address = goes(pavel, letter, "new", parcel="parcel", things=["tea"], words="чёрный чай")

    matter = Matter.objects.get()
    file, [parcel] = (
        file_of(keys(pavel), matter),
        parcels_of(keys(pavel), file_of(keys(pavel), matter), now=timezone.now()),
    )
    assert str(matter.id) in address
    assert (file.person.surname, file.person.birth_year) == ("Кузнецов", 1999)
    assert file.request.came_by == "paper" and file.request.received_on == "2026-11-20"
    assert file.place is not None and file.place.words == "ИК-7, Сегежа"
    assert parcel.request.came_by == "letter" and [one.thing for one in parcel.request.wishes] == ["tea"]
    assert letter.state == PaperState.ROUTED and letter.safe_id is None
    assert not MailScan.objects.exists()
    assert len(list(files_in(file.inner))) == 1
    assert any(fact.text.startswith("Paper letter 2026-0001") for fact, _told in file.all(Note))
    assert pavel.client.get(at(letter)).status_code == 404


def test_danger_makes_a_matter_urgent_also_one_that_is_here() -> None:
    pavel, vera = packing().pavel, vera_asks_for_food()
    alarming = {"danger": {"value": "yes"}, "asks": {"asks": ["nothing"]}}

    goes(pavel, seen_letter(pavel, **alarming), "new")
    goes(pavel, seen_letter(pavel, **alarming), str(vera.matter.id))

    assert set(Matter.objects.values_list("urgency", flat=True)) == {3}
    assert Matter.objects.count() == 2


def test_who_is_here_already_is_found_by_the_name_in_the_letter() -> None:
    pavel, vera = packing().pavel, vera_asks_for_food()
    letter = seen_letter(pavel)

    found = page(pavel.client, at(letter, "where/"))
    other = pavel.client.post(at(letter, "where/"), {"who": "Сидоров Пётр", "act": "look"}).content.decode()

    assert f'value="{vera.matter.id}"' in found and "Кузнецов Илья Олегович" in found
    assert str(vera.matter.id) not in other and "Nobody is here under this name." in other


def test_a_matter_of_another_chapter_cannot_be_chosen() -> None:
    pavel = reception()
    reception("Olga", "north")
    letter = seen_letter(pavel)
    with_name = pavel.client.post(at(letter, "where/"), {"same": "00000000-0000-4000-8000-000000000000"})

    assert with_name.status_code == 422


def test_a_term_becomes_a_promise_beside_the_one_that_stands() -> None:
    pavel, vera = packing().pavel, vera_asks_for_food()
    letter = seen_letter(pavel, paper=PAPER, asks={"asks": ["lawyer"]})

    goes(pavel, letter, str(vera.matter.id), "family")
    second = seen_letter(pavel, paper={"value": "yes"}, asks={"asks": ["lawyer"]})
    goes(pavel, second, str(vera.matter.id), "family")

    file = file_of(keys(pavel), vera.matter)
    steps = [fact for fact, _told in file.all(NextStep)]
    papers = [fact for fact, _told in file.all(Proceeding)]
    assert steps[0].by == "2026-12-01" and steps[1].by == "2026-11-23"
    assert steps[0].what in steps[1].what
    assert papers == [Proceeding(stage="paper_received", body="2026-11-16", note="приговор")]


def test_a_court_paper_goes_into_the_binder_once_even_after_a_stop(monkeypatch) -> None:
    pavel, vera = packing().pavel, vera_asks_for_food()
    letter = seen_letter(pavel, paper=PAPER, asks={"asks": ["nothing"]})
    with_photo(pavel, letter, black_photo())
    whole = routing.finish

    def stops(*_told: object) -> None:
        raise Unacceptable(phrase("Only photos and PDF can be sent here."))

    monkeypatch.setattr(routing, "finish", stops)
    pavel.client.post(at(letter, "where/"), {"same": str(vera.matter.id)})
    stopped = pavel.client.post(at(letter, "into/"), {"into": "binder"})
    assert stopped.status_code == 422 and PaperLetter.objects.get(id=letter.id).state == PaperState.SEEN
    monkeypatch.setattr(routing, "finish", whole)
    goes(pavel, letter, "new", "helpers")

    assert Matter.objects.count() == 1
    text = page(vera.client, f"/en/binder/matters/{vera.matter.id}/")
    assert text.count('class="leaf-small"') == 1


def test_a_letter_that_nobody_needs_can_be_taken_back_for_thirty_days(
    time_machine, november, django_capture_on_commit_callbacks
) -> None:
    pavel = reception()
    letter, other = comes(pavel), comes(pavel)
    with_photo(pavel, letter, black_photo())
    pavel.client.post(at(letter, "put-away/"), {"reason": "advert", "words": "каталог"})
    pavel.client.post(at(other, "put-away/"), {"reason": "double"})

    assert "Advertising" in page(pavel.client, "/en/mail/away/")
    assert letter.name not in page(pavel.client, "/en/mail/")
    pavel.client.post(at(other, "back/"))
    assert other.name in page(pavel.client, "/en/mail/")
    assert erase_due_mail(today=timezone.localdate()) == 0

    time_machine.move_to("2026-12-23T12:00:00+03:00")
    with django_capture_on_commit_callbacks(execute=True):
        assert erase_due_mail(today=timezone.localdate()) == 1
    letter.refresh_from_db()
    assert letter.safe_id is None and letter.name == "2026-0001"
    assert not MailScan.objects.exists()
    assert not list(november.iterdir())
    assert PaperLetter.objects.get(id=other.id).state == PaperState.WAITING


def test_two_who_bring_the_same_letter_bring_it_once() -> None:
    pavel, vera = packing().pavel, vera_asks_for_food()
    letter = seen_letter(pavel)
    stale = opened_by(pavel, letter)

    goes(pavel, letter, str(vera.matter.id), parcel="parcel", things=["tea"])

    with pytest.raises(routing.ChangedMeanwhile):
        routing.bring(paper=stale, into="helpers", now=timezone.now())
    assert len(parcels_of(keys(pavel), file_of(keys(pavel), vera.matter), now=timezone.now())) == 1


def test_a_letter_that_answers_ours_waits_there_to_be_looked_at() -> None:
    world = writing()
    vera_says_yes(world.vera)
    ours = goes_out(world, writes(world.nina))
    letter = seen_letter(world.pavel, danger={"value": "yes"}, asks={"asks": ["nothing"]})
    with_photo(world.pavel, letter, black_photo())

    slip = world.pavel.client.post(at(letter, "reply/"), {"code": "KKKK-KKKK"})
    done = world.pavel.client.post(at(letter, "reply/"), {"code": code_of(ours.id)})

    letter.refresh_from_db()
    world.vera.matter.refresh_from_db()
    [reply] = list(ReplyRow.objects.all())
    assert slip.status_code == 422 and "Compare each sign" in slip.content.decode()
    assert done.status_code == 302 and letter.state == PaperState.ROUTED
    assert reply.letter_id == ours.id and not reply.screened
    assert ReplyScan.objects.count() == 1 and not MailScan.objects.exists()
    assert world.vera.matter.urgency == 3


def test_a_letter_at_which_nobody_looked_goes_nowhere() -> None:
    pavel, vera = packing().pavel, vera_asks_for_food()
    letter = comes(pavel)

    pavel.client.post(at(letter, "where/"), {"who": "Кузнецов", "same": str(vera.matter.id)})
    answer = pavel.client.post(at(letter, "into/"), {"into": "helpers"})

    letter.refresh_from_db()
    assert answer.status_code == 302 and str(letter.id) in answer["Location"]
    assert letter.state == PaperState.WAITING


def test_a_matter_that_closed_meanwhile_is_said_and_the_letter_stays() -> None:
    pavel, vera = packing().pavel, vera_asks_for_food()
    letter = seen_letter(pavel, asks={"asks": ["nothing"]})
    pavel.client.post(at(letter, "where/"), {"same": str(vera.matter.id)})
    Matter.objects.filter(id=vera.matter.id).update(state=MatterState.CLOSED)

    answer = pavel.client.post(at(letter, "into/"), {"into": "helpers"})

    letter.refresh_from_db()
    assert answer.status_code == 422 and "Choose once more" in answer.content.decode()
    assert letter.state == PaperState.SEEN and letter.safe_id
