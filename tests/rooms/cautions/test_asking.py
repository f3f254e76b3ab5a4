"""Three questions before a complaint; his own word outranks everybody's; the person decides."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from tests.rooms.cautions.world import (
    CONSENT,
    HARM,
    PAPER,
    SEEN,
    answers,
    at,
    begins,
    decides,
    goes,
    in_boxes,
    said,
    says,
    standing,
    step_at,
    text_of,
)
from tests.rooms.matters.world import FamilyAtDoor, file_of
from tests.rooms.people.world import Enrolled

from peredacha.core.facts import Decision
from peredacha.rooms.cautions.services import (
    CannotGo,
    ChangedMeanwhile,
    advice_on,
    answer,
    caution_in_words,
    decide,
    steps_of,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def test_nothing_goes_out_before_somebody_has_thought(vera: FamilyAtDoor) -> None:
    assert not standing(vera).may_go and standing(vera).state == "none"
    step = begins(vera)
    assert not standing(vera).may_go and standing(vera).state == "open"
    answers(vera.client, step)
    assert not standing(vera).may_go
    assert decides(vera, step, "go").status_code == 302

    assert standing(vera).may_go and standing(vera).decided


def test_the_land_says_before_which_papers_to_ask(vera: FamilyAtDoor) -> None:
    assert standing(vera, filing="prosecutor_complaint").needed
    assert not standing(vera, filing="appeal_custody").needed
    assert standing(vera, filing="appeal_custody").may_go


def test_one_question_a_page_and_the_way_leads_on_from_where_vera_stopped(vera: FamilyAtDoor) -> None:
    step = begins(vera)
    for page, told in (
        (HARM, {"harms": "cell"}),
        (SEEN, {"seen_by": "nobody"}),
        (CONSENT, {"agrees": "not_asked"}),
    ):
        assert vera.client.get(f"{step}next/")["Location"] == f"{step}{page}"
        says(vera.client, f"{step}{page}", **told)

    assert vera.client.get(f"{step}next/")["Location"] == f"{step}decide/"


def test_i_do_not_know_is_an_answer(vera: FamilyAtDoor) -> None:
    step = begins(vera)
    says(vera.client, f"{step}{HARM}", harms="?")
    says(vera.client, f"{step}{SEEN}", seen_by="?")

    assert step_at(vera, step).fact.harms == ("?",)
    assert vera.client.get(f"{step}next/")["Location"] == f"{step}{CONSENT}"


@pytest.mark.parametrize(
    ("page", "told", "sentence"),
    [
        (HARM, {}, "Tick a line or write a word. “I don't know” is an answer too."),
        (HARM, {"harm_words": "а" * 1_001}, "This is too long: keep what matters most."),
        (SEEN, {}, "Choose one of the lines shown."),
        (SEEN, {"seen_by": "lawyer"}, "Write the day. If nobody knows it, choose “I don't know”."),
        (
            SEEN,
            {"seen_by": "visit", **in_boxes("seen_on", TODAY - timedelta(days=2))},
            "This day is over: write the next day on which somebody sees him.",
        ),
        (CONSENT, {"agrees": "cannot_ask"}, "Write why nobody can ask him: a few words are enough."),
        (
            CONSENT,
            {"agrees": "yes", **in_boxes("agreed_on", TODAY)},
            "Write how you know it: a few words are enough.",
        ),
        (
            CONSENT,
            {"agrees": "yes", "agreed_how": "Письмо."},
            "Write the day on which he said yes. Roughly is good enough.",
        ),
        (
            CONSENT,
            {"agrees": "yes", "agreed_how": "Письмо.", **in_boxes("agreed_on", TODAY + timedelta(days=2))},
            "This day is still to come: write the day on which he said it.",
        ),
        (
            CONSENT,
            {"agrees": "yes", "agreed_how": "Письмо.", **in_boxes("agreed_on", TODAY - timedelta(days=31))},
            "This yes is older than 30 days. Ask him again; until then choose “He was not asked yet”.",
        ),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_typed_is_lost(
    vera: FamilyAtDoor, page: str, told: dict[str, str], sentence: str
) -> None:
    step = begins(vera)
    answered = vera.client.post(f"{step}{page}", told)
    body = answered.content.decode().replace("\xa0", " ").replace("&#x27;", "'")

    assert answered.status_code == 422
    assert said(sentence) in body
    assert all(typed in body for typed in told.values())


@pytest.mark.parametrize("agrees", ["no", "not_asked"])
def test_nobody_else_can_say_go_for_him(vera: FamilyAtDoor, larisa: Enrolled, agrees: str) -> None:
    step = begins(vera)
    answers(vera.client, step, agrees=agrees)

    assert 'value="go"' not in text_of(vera.client, f"{step}decide/")
    for client in (vera.client, larisa.client):
        assert decides(vera, step, "go", client).status_code == 422
    with pytest.raises(CannotGo):
        kept = step_at(vera, step)
        file = file_of(vera.keys, vera.matter)
        decide(keys=vera.keys, file=file, step=kept, seen=kept.entry.id, state="go", now=timezone.now())
    assert not standing(vera).may_go


def test_his_own_word_goes_before_a_lawyer_who_comes(vera: FamilyAtDoor) -> None:
    step = begins(vera)
    answers(vera.client, step, agrees="no")

    assert said("He said no") in text_of(vera.client, f"{step}decide/")


def test_where_nobody_can_ask_him_the_family_decides_with_its_reason(vera: FamilyAtDoor) -> None:
    step = begins(vera)
    answers(vera.client, step, agrees="cannot_ask", agreed_how="Его везут, писем нет.")
    assert decides(vera, step, "go").status_code == 302

    assert standing(vera).may_go
    assert "Его везут, писем нет." in text_of(vera.client, step)


@pytest.mark.parametrize(
    ("told", "leaning"),
    [
        ({"agrees": "no"}, "stop"),
        ({"agrees": "not_asked"}, "ask"),
        ({"agrees": "yes"}, "go"),
        ({"agrees": "cannot_ask"}, "go"),
        ({"agrees": "yes", "seen_by": "nobody"}, "wait"),
        ({"agrees": "yes", "seen_by": "?"}, "wait"),
        ({"agrees": "yes", "seen_on": (TODAY + timedelta(days=7)).isoformat()}, "go"),
        ({"agrees": "yes", "seen_on": (TODAY + timedelta(days=8)).isoformat()}, "wait"),
        ({"agrees": "yes", "seen_on": (TODAY - timedelta(days=1)).isoformat()}, "wait"),
        ({"agrees": "no", "seen_by": "nobody"}, "stop"),
    ],
)
def test_what_the_answers_speak_for(told: dict[str, str], leaning: str) -> None:
    known = {"seen_by": "lawyer", "seen_on": TODAY.isoformat(), **told}

    assert advice_on(Decision(**known), TODAY).leaning == leaning  # type: ignore[arg-type]


def test_when_nobody_sees_him_the_page_says_wait_and_vera_still_decides(vera: FamilyAtDoor) -> None:
    step = begins(vera)
    answers(vera.client, step)
    says(vera.client, f"{step}{SEEN}", seen_by="nobody")
    assert said("Wait until somebody sees him") in text_of(vera.client, f"{step}decide/")
    assert decides(vera, step, "go").status_code == 302

    assert standing(vera).may_go


@pytest.mark.parametrize("state", ["later", "no"])
def test_wait_and_no_are_kept_and_open_nothing(vera: FamilyAtDoor, state: str) -> None:
    step = begins(vera)
    answers(vera.client, step)
    assert decides(vera, step, state, reason="Пока рано.").status_code == 302

    assert standing(vera).decided and not standing(vera).may_go
    assert "Пока рано." in text_of(vera.client, step)


def test_the_note_says_who_wrote_it(vera: FamilyAtDoor, larisa: Enrolled) -> None:
    step = begins(vera)
    answers(vera.client, step)
    decides(vera, step, "go", larisa.client)

    assert "Larisa" in text_of(vera.client, step)


def test_a_decision_on_answers_that_changed_meanwhile_is_not_taken(
    vera: FamilyAtDoor, larisa: Enrolled
) -> None:
    step = begins(vera)
    answers(vera.client, step)
    seen = str(step_at(vera, step).entry.id)
    says(larisa.client, f"{step}{CONSENT}", agrees="no")
    answered = vera.client.post(f"{step}decide/", {"seen": seen, "state": "later"})

    assert answered.status_code == 409
    assert step_at(vera, step).fact.state == "open"


def test_his_no_that_came_in_between_is_not_written_over(vera: FamilyAtDoor, larisa: Enrolled) -> None:
    step = begins(vera)
    answers(vera.client, step)
    file, kept = file_of(vera.keys, vera.matter), step_at(vera, step)
    says(larisa.client, f"{step}{CONSENT}", agrees="no")
    with pytest.raises(ChangedMeanwhile):
        decide(keys=vera.keys, file=file, step=kept, seen=kept.entry.id, state="go", now=timezone.now())

    assert step_at(vera, step).fact.agrees == "no"


def test_an_answer_that_changes_takes_the_decision_away(vera: FamilyAtDoor) -> None:
    step = goes(vera)
    says(vera.client, f"{step}{HARM}", harms="force")

    assert not standing(vera).may_go and standing(vera).state == "open"
    kept = step_at(vera, step)
    with pytest.raises(ChangedMeanwhile):
        decide(
            keys=vera.keys,
            file=file_of(vera.keys, vera.matter),
            step=kept,
            seen=uuid4(),
            state="go",
            now=timezone.now(),
        )


def test_the_same_answer_once_more_changes_nothing(vera: FamilyAtDoor) -> None:
    step = goes(vera)
    says(vera.client, f"{step}{HARM}", harms="cell")

    assert standing(vera).may_go


def test_no_time_is_a_choice_of_its_own_that_is_recorded(vera: FamilyAtDoor) -> None:
    answered = vera.client.post(at(vera.matter, "begin/"), {"about": PAPER, "urgent": "1"})
    assert answered["Location"].endswith("/urgent/")
    says(vera.client, answered["Location"], reason="Его избивают сейчас.")

    assert standing(vera).state == "urgent" and standing(vera).may_go
    assert "Его избивают сейчас." in text_of(vera.client, answered["Location"].removesuffix("urgent/"))


def test_who_said_no_is_named_before_anybody_goes_on(vera: FamilyAtDoor) -> None:
    step = begins(vera)
    answers(vera.client, step, agrees="no")

    assert said("Before this he said no. Go on only if his life is at stake.") in text_of(
        vera.client, f"{step}urgent/"
    )


def test_publicity_has_a_step_of_its_own(vera: FamilyAtDoor) -> None:
    goes(vera)
    step = begins(vera, about="publicity", filing="")

    assert not step_at(vera, step).decided
    assert said("Publicity: the press, social networks, a story told") in text_of(
        vera.client, at(vera.matter)
    )


def test_a_paper_that_was_begun_twice_has_one_step(vera: FamilyAtDoor) -> None:
    assert begins(vera) == begins(vera)
    assert len(steps_of(file_of(vera.keys, vera.matter))) == 1


def test_the_step_tells_itself_in_the_file_of_the_family(vera: FamilyAtDoor) -> None:
    step = goes(vera)
    (line,) = caution_in_words(step_at(vera, step).fact)

    assert "Сказал адвокату." in line and said("Go ahead") in line


def test_an_answer_to_a_step_that_lapsed_is_not_taken(vera: FamilyAtDoor) -> None:
    step = step_at(vera, begins(vera))
    later = timezone.now() + timedelta(days=31)
    with pytest.raises(ChangedMeanwhile):
        answer(keys=vera.keys, file=file_of(vera.keys, vera.matter), step=step, now=later, agrees="yes")
