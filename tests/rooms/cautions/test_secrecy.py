"""An undertaking of secrecy holds back what it covers; what cannot be told apart is covered."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.rooms.cautions.world import at, in_boxes, said, says, signs, text_of, undertaking
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.people.world import Enrolled

from peredacha.core.facts import Undertaking
from peredacha.rooms.cautions.services import (
    Kind,
    NotYours,
    Secrecy,
    caution_in_words,
    lift,
    secrecy_of,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 12)


def secrecy(vera: FamilyAtDoor) -> Secrecy | None:
    """What must stay secret now."""
    return secrecy_of(file_of(vera.keys, vera.matter), timezone.now())


def today(name: str = "on") -> dict[str, str]:
    """Today as three boxes send it."""
    return in_boxes(name, timezone.localdate())


def test_without_an_undertaking_nothing_is_held_back(vera: FamilyAtDoor) -> None:
    assert secrecy(vera) is None


def test_from_the_first_word_on_everything_is_covered(vera: FamilyAtDoor) -> None:
    signs(vera)
    found = secrecy(vera)

    assert found and found.why
    kinds: tuple[Kind, ...] = ("paper", "page", "binder", "card", "talk")
    covered = {kind: found.covers(kind, DAY, "Протокол") for kind in kinds}
    assert covered == {"paper": True, "page": True, "binder": True, "card": False, "talk": False}


@pytest.mark.parametrize(
    ("name", "covered"),
    [
        ("Протокол обыска", True),
        ("ПРОТОКОЛ ОБЫСКА от 12 мая.pdf", True),
        ("обыск, протокол", True),
        ("Протокол", True),
        ("", True),
        ("1.", True),
        ("Характеристика с работы", False),
        ("Протокол допроса", False),
    ],
)
def test_named_papers_are_found_in_any_case_and_order(name: str, covered: bool) -> None:
    found = Secrecy((Undertaking(covers="named", named=("Протокол обыска",), signed_on="2026-05-12"),))

    assert found.covers("page", DAY, name) is covered


@pytest.mark.parametrize(
    ("since", "until", "made_on", "covered"),
    [
        ("2026-05-01", "2026-05-31", DAY, True),
        ("2026-05-12", "2026-05-12", DAY, True),
        ("2026-05-13", "", DAY, False),
        ("", "2026-05-11", DAY, False),
        ("", "2026-05-12", DAY, True),
        ("2026-05-13", "", None, True),
    ],
)
def test_material_of_certain_days(since: str, until: str, made_on: date | None, covered: bool) -> None:
    found = Secrecy((Undertaking(covers="days", since=since, until=until, signed_on="2026-05-12"),))

    assert found.covers("page", made_on, "Протокол") is covered


def test_vera_says_what_it_covers(vera: FamilyAtDoor) -> None:
    signed = signs(vera)
    says(vera.client, f"{signed}cover/", covers="named", named="Протокол обыска\n\nЗаключение эксперта")
    found = secrecy(vera)

    assert undertaking(vera).named == ("Протокол обыска", "Заключение эксперта")
    assert (
        found
        and not found.covers("page", None, "Письмо соседки")
        and found.covers("page", None, "Эксперта заключение")
    )


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({}, "Choose one of the lines shown."),
        ({"covers": "named", "named": " \n "}, "Write at least one paper, or choose all material."),
        ({"covers": "days"}, "Write at least one of the two days, or choose all material."),
        (
            {"covers": "days", **in_boxes("since", DAY), **in_boxes("until", DAY - timedelta(days=1))},
            "The last day lies before the first: check both.",
        ),
    ],
)
def test_what_does_not_fit_leaves_everything_covered(
    vera: FamilyAtDoor, told: dict[str, str], sentence: str
) -> None:
    signed = signs(vera)
    answer = vera.client.post(f"{signed}cover/", told)

    assert answer.status_code == 422
    assert said(sentence) in answer.content.decode().replace("\xa0", " ")
    assert undertaking(vera).covers == "all"


def test_a_lawyer_says_that_papers_to_the_court_may_leave(vera: FamilyAtDoor, larisa: Enrolled) -> None:
    signed = signs(vera)
    says(larisa.client, f"{signed}papers/", words="Адвокат Соколова", **today())
    found = secrecy(vera)

    assert found and not found.covers("paper", None, "Жалоба")
    assert found.covers("page", None, "Жалоба") and found.covers("binder", None, "")


def test_vera_lifts_it_with_its_day_and_why(vera: FamilyAtDoor) -> None:
    signed = signs(vera)
    says(vera.client, f"{signed}lift/", words="Дело оглашено в суде.", **today())

    assert secrecy(vera) is None
    assert "Дело оглашено в суде." in text_of(vera.client, at(vera.matter, "signed/"))
    assert vera.client.get(f"{signed}cover/").status_code == 404


@pytest.mark.parametrize("told", [{"words": "Так сказали.", **in_boxes("on", date(2100, 1, 1))}, today()])
def test_it_is_not_lifted_without_a_day_and_a_reason(vera: FamilyAtDoor, told: dict[str, str]) -> None:
    signed = signs(vera)

    assert vera.client.post(f"{signed}lift/", told).status_code == 422
    assert secrecy(vera) is not None


def test_of_two_undertakings_each_holds_until_it_is_lifted(vera: FamilyAtDoor) -> None:
    first = signs(vera)
    signs(vera, signer="witness")
    says(vera.client, f"{first}lift/", words="Разрешил следователь.", **today())
    found = secrecy(vera)

    assert found and [one.signer for one in found.signed] == ["witness"]


def test_a_helper_records_it_and_cannot_say_that_less_is_secret(vera: FamilyAtDoor, anna: Enrolled) -> None:
    signed = signs(vera, anna.client)
    assert secrecy(vera) is not None
    for page in ("cover/", "papers/", "lift/"):
        told = {"covers": "named", "named": "Ничего", "words": "Так", **today()}
        assert anna.client.post(f"{signed}{page}", told).status_code == 404
    with pytest.raises(NotYours):
        lift(
            keys=keys(anna),
            file=file_of(keys(anna), vera.matter),
            fact=undertaking(vera),
            on=timezone.localdate(),
            words="Так",
            now=timezone.now(),
        )

    assert undertaking(vera).lifted_on == "" and undertaking(vera).covers == "all"
    assert said(
        "Only the family, or a lawyer, can say that it covers less, or that it no longer binds."
    ) in text_of(anna.client, at(vera.matter, "signed/"))


def test_the_page_explains_in_three_sentences_and_sends_to_a_lawyer(vera: FamilyAtDoor) -> None:
    page = text_of(vera.client, at(vera.matter, "signed/"))

    assert page.count("<p>") >= 3
    assert "ст. 310 УК" in page and "мы не сверяли" in page


def test_a_day_that_is_still_to_come_is_not_taken(vera: FamilyAtDoor) -> None:
    told = {"signer": "lawyer", "who": "Соколова", **in_boxes("signed_on", date(2100, 1, 1))}
    answer = vera.client.post(at(vera.matter, "signed/add/"), told)

    assert answer.status_code == 422 and "Соколова" in answer.content.decode()
    assert secrecy(vera) is None


def test_the_same_words_twice_are_kept_once(vera: FamilyAtDoor) -> None:
    signed = signs(vera)
    before = len(file_of(vera.keys, vera.matter).entries)
    for _twice in range(2):
        says(vera.client, f"{signed}cover/", covers="days", **in_boxes("since", DAY))

    assert len(file_of(vera.keys, vera.matter).entries) == before + 1


def test_how_many_parts_are_left_out_is_said() -> None:
    found = Secrecy((Undertaking(signed_on="2026-05-12"),))

    assert found.left_out(0) == ""
    assert "3" in found.left_out(3)


def test_an_undertaking_tells_itself_in_the_file_of_the_family(vera: FamilyAtDoor) -> None:
    signs(vera)
    (line,) = caution_in_words(undertaking(vera))

    assert "Соколова" in line
