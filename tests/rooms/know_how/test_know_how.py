"""What Anna has learnt becomes known to everybody, after Pavel has looked that it names nobody."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from tests.people import igor
from tests.rooms.conversations.test_reading import writes
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.conversations.services import send
from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.know_how.models import KnowHow, KnowHowState, KnowHowYes
from peredacha.rooms.know_how.selectors import stage_choices
from peredacha.rooms.know_how.services import Words, drafts_of, propose
from peredacha.rooms.know_how.services.screening import suspicious
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.services import grant, holder_of

pytestmark = pytest.mark.django_db

DESK = "/talk/know-how/"
ADVICE = "Приносите чай в прозрачном пакете, не в коробке."
STAGE = "remand"


@pytest.fixture
def pavel(db: None) -> Enrolled:
    return reception()


@pytest.fixture
def vera(pavel: Enrolled) -> FamilyAtDoor:
    return asks()


@pytest.fixture
def anna(pavel: Enrolled, vera: FamilyAtDoor) -> Enrolled:
    """She may read and write in Vera's talk."""
    helper = enrol("Anna")
    file = file_of(keys(pavel), vera.matter)
    grant(keys=keys(pavel), opened=file.safe, holder=holder_of(helper.member))
    return helper


def proposed(anna: Enrolled, text: str = ADVICE, stage: str = STAGE) -> KnowHow:
    return propose(keys=keys(anna), words=Words(text_ru=text, stage=stage))


def publishes(reviewer: Enrolled, answer: KnowHow, text: str = ADVICE, **more: Any) -> Any:
    told = {"text_ru": text, "stage": STAGE, **more}
    return reviewer.client.post(f"{DESK}{answer.id}/", told)


def state(answer: KnowHow) -> str:
    return KnowHow.objects.get(id=answer.id).state


def test_annas_answer_becomes_public_after_pavel_has_read_it(
    pavel: Enrolled, anna: Enrolled, vera: FamilyAtDoor
) -> None:
    message = writes(anna, vera, ADVICE)
    path = f"/talk/matters/{vera.matter.id}/messages/{message.id}/know-how/"
    assert ADVICE in anna.client.get(path).content.decode()
    assert anna.client.post(path, {"text_ru": ADVICE, "stage": STAGE}).url == DESK
    answer = KnowHow.objects.get()
    assert (answer.text_ru, answer.stage, answer.state) == ("", "", KnowHowState.REVIEW)
    assert ADVICE not in igor().opens("/know-how/").content.decode()

    page = pavel.client.get(f"{DESK}{answer.id}/").content.decode()
    assert ADVICE in page
    assert publishes(pavel, answer).url == DESK

    for path in ("/know-how/", f"/know-how/stages/{STAGE}/"):
        public = igor().opens(path).content.decode()
        assert ADVICE in public and "Anna" not in public and "Pavel" not in public
    assert ADVICE not in igor().opens("/know-how/stages/convoy/").content.decode()
    answer.refresh_from_db()
    assert answer.safe is None and answer.confirmed_by_n == 1
    assert Safe.objects.filter(id__in=[vera.matter.safe_id, vera.matter.inner_safe_id]).count() == 2


def test_before_review_the_disk_tells_nothing(anna: Enrolled) -> None:
    answer = proposed(anna)
    row = KnowHow.objects.values().get(id=answer.id)
    assert ADVICE not in str(row) and str(anna.member.id) not in str(row)


def test_what_the_family_wrote_is_never_offered(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    message = writes(vera, vera, "Сына забрали ночью.")
    for found in (message.id, uuid4()):
        path = f"/talk/matters/{vera.matter.id}/messages/{found}/know-how/"
        assert pavel.client.get(path).status_code == 404


def test_anna_cannot_publish_her_own_words_and_maria_cannot_read_them(
    pavel: Enrolled, anna: Enrolled
) -> None:
    answer, maria = proposed(anna), enrol("Maria")
    publishes(anna, answer)
    assert state(answer) == KnowHowState.REVIEW
    assert publishes(maria, answer).status_code == 404
    assert maria.client.get(f"{DESK}{answer.id}/").status_code == 404
    assert drafts_of(keys(maria), now=timezone.now()) == []
    mine = propose(keys=keys(pavel), words=Words(text_ru=ADVICE, stage=STAGE))
    publishes(pavel, mine)
    assert state(mine) == KnowHowState.REVIEW


def test_a_coordinator_of_another_chapter_neither_reads_nor_publishes(anna: Enrolled) -> None:
    answer, oleg = proposed(anna), reception("Oleg", "volga")
    assert publishes(oleg, answer).status_code == 404
    assert oleg.client.post(f"{DESK}{answer.id}/back/", {"why": "нет"}).status_code == 404
    for what in ("same", "old"):
        assert oleg.client.post(f"{DESK}{answer.id}/{what}/").status_code == 404
    assert state(answer) == KnowHowState.REVIEW


def test_igor_reaches_only_what_is_public(anna: Enrolled) -> None:
    answer = proposed(anna)
    stranger = igor()
    assert stranger.opens(DESK).url == stranger.opens(f"{DESK}{answer.id}/").url == "/team/sign-in/"
    for what in ("", "back/", "same/", "old/"):
        assert stranger.sends(f"{DESK}{answer.id}/{what}").status_code == 403
    for path in ("/know-how/", "/know-how/stages/nothing/", "/know-how/facilities/nothing/"):
        assert stranger.opens(path).status_code == 200


def test_pavel_sends_it_back_and_anna_mends_it(pavel: Enrolled, anna: Enrolled) -> None:
    answer = proposed(anna, "Спросите Анну Петровну в окне 3.")
    assert pavel.client.post(f"{DESK}{answer.id}/back/", {"why": ""}).status_code == 422
    assert pavel.client.post(f"{DESK}{answer.id}/back/", {"why": "Без имени."}).url == DESK
    assert publishes(pavel, answer).status_code == 404

    page = anna.client.get(f"{DESK}{answer.id}/").content.decode()
    assert "Без имени." in page
    anna.client.post(f"{DESK}{answer.id}/", {"text_ru": ADVICE, "stage": STAGE})

    assert publishes(pavel, answer).url == DESK and state(answer) == KnowHowState.PUBLISHED


def test_a_name_or_a_number_is_shown_and_must_be_looked_at(pavel: Enrolled, anna: Enrolled) -> None:
    answer = proposed(anna)
    named = "Звоните Анне: +7 900 123-45-67."

    refused = publishes(pavel, answer, named)

    page = refused.content.decode()
    assert refused.status_code == 422 and "+7 900 123-45-67" in page and 'name="looked"' in page
    assert state(answer) == KnowHowState.REVIEW
    assert publishes(pavel, answer, named, looked="on").status_code == 302


def test_words_without_a_place_or_a_place_without_words_are_asked_for(
    anna: Enrolled, vera: FamilyAtDoor
) -> None:
    message = writes(anna, vera, ADVICE)
    path = f"/talk/matters/{vera.matter.id}/messages/{message.id}/know-how/"
    for told in ({"text_ru": ADVICE}, {"stage": STAGE}, {"text_ru": ADVICE, "stage": "nothing"}):
        answer = anna.client.post(path, told)
        assert answer.status_code == 422 and 'role="alert"' in answer.content.decode()
    assert not KnowHow.objects.exists()


def test_each_helper_counts_once_and_makes_it_young_again(pavel: Enrolled, anna: Enrolled) -> None:
    answer, maria = proposed(anna), enrol("Maria")
    publishes(pavel, answer)
    KnowHow.objects.update(last_confirmed_on=timezone.localdate() - timedelta(days=200))
    assert "<strong>" in igor().opens("/know-how/").content.decode().split("<main", 1)[1]

    for helper in (maria, maria, anna):
        assert helper.client.post(f"{DESK}{answer.id}/same/").status_code == 302

    answer.refresh_from_db()
    assert (answer.confirmed_by_n, answer.last_confirmed_on) == (2, timezone.localdate())
    assert "<strong>" not in igor().opens("/know-how/").content.decode().split("<main", 1)[1]
    tags = [bytes(one.tag) for one in KnowHowYes.objects.all()]
    assert all(maria.member.id.bytes not in one for one in tags)


def test_what_no_longer_holds_is_taken_from_the_page_by_a_reviewer_alone(
    pavel: Enrolled, anna: Enrolled
) -> None:
    answer = proposed(anna)
    publishes(pavel, answer)
    assert anna.client.post(f"{DESK}{answer.id}/old/").status_code == 404
    assert pavel.client.post(f"{DESK}{answer.id}/old/").status_code == 302
    assert ADVICE not in igor().opens("/know-how/").content.decode()


@pytest.mark.usefixtures("demo_cards")
def test_know_how_of_a_facility_stands_under_its_name(pavel: Enrolled, anna: Enrolled) -> None:
    card = Facility.objects.first()
    assert card is not None
    answer = proposed(anna)
    publishes(pavel, answer, stage="", facility=card.public_id)

    page = igor().opens(f"/know-how/facilities/{card.public_id}/").content.decode()
    assert ADVICE in page and (card.short_name_ru or card.name_ru) in page


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Пишите на vera@example.org", ("vera@example.org",)),
        ("Спросите @pavel_1 в чате", ("@pavel_1",)),
        ("Суд был 12.03.2026", ("12.03.2026",)),
        ("Его взяли 5 мая", ("5 мая",)),
        ("Дело 1-123/2026 у Иванова И. И.", ("Иванова И. И.",)),
        ("Сын Серёжа сидел там", ("Серёжа",)),
        ("Следователь Марина Сергеевна добрая", ("Марина", "Сергеевна")),
        ("Окно работает с девяти, берите два чёрных пакета", ()),
        ("В СИЗО-1 передачи берут по вторникам", ()),
    ],
)
def test_what_may_lead_to_a_person_is_found(text: str, found: tuple[str, ...]) -> None:
    assert suspicious(text) == found


def test_the_stages_are_those_of_the_land() -> None:
    assert STAGE in dict(stage_choices())


def test_a_message_among_the_helpers_is_not_offered_either(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    file = file_of(keys(pavel), vera.matter)
    told = {"keys": keys(pavel), "file": file, "text": "между нами", "now": timezone.now(), "inner": True}
    message = send(author=file.entries[0].told.by, **told)
    path = f"/talk/matters/{vera.matter.id}/messages/{message.id}/know-how/"
    assert pavel.client.get(path).status_code == 404
