"""A complaint that may cost him dearly waits until somebody thought of him; a secret does not leave at all."""

import re

import pytest
from django.utils import timezone
from tests.rooms.cautions import world as cautions
from tests.rooms.matters.world import FamilyAtDoor, file_of
from tests.rooms.people.world import Enrolled
from tests.rooms.plans.world import last_paper, makes, text_of

from peredacha.rooms.matters.models import FactRow
from peredacha.rooms.plans.services import gate_of, papers_as_text

pytestmark = pytest.mark.django_db
REFUSED = {
    "head": {"answer": "начальник ФКУ СИЗО-1 УФСИН России по Тверской области"},
    "applicant": {"surname": "Кузнецова", "given": "Вера", "patronymic": "Ивановна", "gender": "f"},
    "applicant_address": {"answer": "г. Соснов, ул. Мира, д. 5"},
    "relation": {"answer": "мать"},
    "refused": {"answer": "parcel"},
    "refused_day": {"answer_0": "20", "answer_1": "11", "answer_2": "2026"},
}


def asks_for_the_reason(vera: FamilyAtDoor) -> str:
    """Vera's request for a written reason, which the land lists among those that may fall on him."""
    return makes(vera, "refusal_reason", **REFUSED)


def file_at(vera: FamilyAtDoor, paper: str, form: str = "pdf") -> int:
    """Vera asks for the file of the first version; the status of the answer."""
    return vera.client.get(f"{paper}versions/1/paper.{form}").status_code


def decides_to_go(vera: FamilyAtDoor, paper: str) -> None:
    """Vera takes the way that stands on the page of the paper, through the three questions, to a yes."""
    said = text_of(vera, paper)
    fields = dict(re.findall(r'name="(about|filing|next)" value="([^"]*)"', said))
    assert fields["next"] == paper
    begun = vera.client.post(cautions.at(vera.matter, "begin/"), fields)
    step = begun["Location"].removesuffix("next/")
    cautions.answers(vera.client, step)
    assert cautions.decides(vera, step, "go").status_code == 302
    assert paper in cautions.text_of(vera.client, step)


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_there_is_no_file_before_the_three_questions_and_one_after(vera: FamilyAtDoor, form: str) -> None:
    paper = asks_for_the_reason(vera)
    said = text_of(vera, paper)
    assert f"paper.{form}" not in said and 'class="no-print"><article' in said
    answer = vera.client.get(f"{paper}versions/1/paper.{form}")
    assert answer.status_code == 409
    assert (
        cautions.said("There is no file yet: read below why, and what to do first.")
        in answer.content.decode()
    )

    decides_to_go(vera, paper)

    assert file_at(vera, paper, form) == 200
    assert f"paper.{form}" in text_of(vera, paper)


def test_when_his_life_is_in_danger_nothing_waits(vera: FamilyAtDoor) -> None:
    paper = asks_for_the_reason(vera)
    step = cautions.begins(vera, about=str(last_paper(vera).id), urgent="1", next=paper)
    page = vera.client.get(f"{step}urgent/")
    assert page.status_code == 200
    sent = vera.client.post(f"{step}urgent/", {"reason": "Ему плохо, врача не зовут."})
    assert sent.status_code == 302, sent.content.decode()
    assert file_at(vera, paper) == 200


def test_an_appeal_in_his_favour_asks_nothing(vera: FamilyAtDoor) -> None:
    paper = makes(vera)
    assert file_at(vera, paper) == 200
    assert "/begin/" not in text_of(vera, paper)


def test_what_an_undertaking_covers_is_read_here_and_does_not_leave(
    vera: FamilyAtDoor, larisa: Enrolled
) -> None:
    paper = makes(vera)
    signed = cautions.signs(vera)
    said = text_of(vera, paper)
    assert file_at(vera, paper) == file_at(vera, paper, "docx") == 409
    assert cautions.at(vera.matter, "signed/") in said
    assert "Кузнецова Ильи Олеговича" in said

    freed = larisa.client.post(
        f"{signed}papers/", {"words": "Соколова", **cautions.in_boxes("on", timezone.localdate())}
    )
    assert freed.status_code == 302, freed.content.decode()
    assert file_at(vera, paper) == 200


def test_an_undertaking_holds_back_what_everybody_decided_to_hand_in(vera: FamilyAtDoor) -> None:
    paper = asks_for_the_reason(vera)
    decides_to_go(vera, paper)
    cautions.signs(vera)
    assert file_at(vera, paper) == 409


def test_where_somebody_took_the_undertaking_out_of_the_database_the_page_says_to_ask(
    vera: FamilyAtDoor,
) -> None:
    paper = makes(vera)
    cautions.signs(vera)
    sentence = cautions.said(
        "Something that was told cannot be read any more. An undertaking of secrecy or a decision may be among it: "
        "ask before this goes out."
    )
    assert sentence not in text_of(vera, paper)
    rows = FactRow.objects.filter(safe=vera.matter.safe_id).order_by("sequence")
    rows.filter(sequence=rows.count() - 1).delete()
    assert sentence in text_of(vera, paper)


def test_a_lawyer_may_read_and_approve_while_nothing_is_decided(vera: FamilyAtDoor, larisa: Enrolled) -> None:
    paper = asks_for_the_reason(vera)
    last = last_paper(vera)
    assert last.last
    file = file_of(vera.keys, vera.matter)
    assert not gate_of(file, last, last.last, now=timezone.now()).is_open
    sent = vera.client.post(f"{paper}send/", {"digest": last.last.digest})
    assert sent.status_code == 302
    assert larisa.client.get(f"{paper}look/").status_code == 200


def test_of_everything_that_vera_takes_along_the_secret_stays_and_is_counted(vera: FamilyAtDoor) -> None:
    makes(vera)
    file = file_of(vera.keys, vera.matter)
    taken = papers_as_text(file, now=timezone.now())
    assert len(taken.texts) == 1 and taken.held_back == 0
    cautions.signs(vera)
    held = papers_as_text(file_of(vera.keys, vera.matter), now=timezone.now())
    assert not held.texts and held.held_back == 1
