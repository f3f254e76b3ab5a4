"""A visit from the wish to the day: the permission, the place in the counter, what became of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from tests.rooms.errands.world import seen_by, today
from tests.rooms.matters.world import asks, file_of, keys
from tests.rooms.people.world import enrol
from tests.rooms.visits.world import at, boxes, card, driving, fixes, soon, text, vera_of, visit_at, wants

from peredacha.rooms.facilities.models import Outcome
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import erase_matter
from peredacha.rooms.tallies.models import Tally
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.visits.models import Visit, VisitRow
from peredacha.rooms.visits.services import days_of_visits, erase_due_visits, summary_for
from peredacha.rooms.visits.services.telling import ToldNote

pytestmark = pytest.mark.django_db


def test_zoya_sees_her_grandson_and_the_counter_knows_it() -> None:
    chapter = driving()
    vera = vera_of(chapter.colony)
    page = wants(vera)

    assert vera.client.post(f"{page}step/", {"step": "asked"}).status_code == 302
    until = boxes(today() + timedelta(days=40))
    assert vera.client.post(f"{page}permitted/", until).status_code == 302
    assert fixes(vera, page, today()).status_code == 302
    planned = seen_by(vera.keys, vera)
    assert planned and planned.counter(today(), today=today()).short_visits.left == 2
    assert vera.client.post(f"{page}made/", boxes(today())).status_code == 302

    opened = seen_by(keys(chapter.pavel), vera)
    assert opened and opened.slots[0].state == "used"
    assert Visit.objects.get().state == "made"
    tally = Tally.objects.get()
    assert (tally.kind, tally.number, tally.facility) == ("visit_made", 1, chapter.colony.public_id)
    told = text(vera.client.get(page))
    for words in (
        "A visit is wanted",
        "Permission is asked for",
        "It is permitted",
        "He was visited",
        "The family",
    ):
        assert words in told


def test_the_same_button_pressed_twice_counts_one_visit() -> None:
    chapter = driving()
    vera = vera_of(chapter.colony)
    page = wants(vera, soon())
    fixes(vera, page, today())

    first = vera.client.post(f"{page}made/", boxes(today()))
    second = vera.client.post(f"{page}made/", boxes(today()))

    assert (first.status_code, second.status_code) == (302, 409)
    assert "changed meanwhile" in text(second)
    assert Tally.objects.get().number == 1


def test_the_same_wish_sent_twice_is_one_visit() -> None:
    vera = vera_of(driving().colony)
    typed = {"kind": "long", "once": str(uuid4())}

    first, second = (vera.client.post(at(vera, "new/"), typed) for _tap in range(2))

    assert first["Location"] == second["Location"] and Visit.objects.count() == 1


def test_the_fourth_short_visit_of_a_strict_regime_has_no_place() -> None:
    chapter = driving()
    vera = vera_of(chapter.colony)
    pages = [wants(vera) for _one in range(4)]
    for page in pages[:3]:
        assert fixes(vera, page, soon()).status_code == 302

    refused = fixes(vera, pages[3], soon(), client=chapter.pavel.client)

    assert refused.status_code == 422 and "none is left" in text(refused)
    assert visit_at(vera, pages[3]).row.state == "wanted"


@pytest.mark.parametrize("step", ["missed", "dropped"])
def test_nobody_came_and_the_place_is_free_again(step: str) -> None:
    vera = vera_of(driving().colony)
    page = wants(vera)
    fixes(vera, page, soon())

    assert vera.client.post(f"{page}step/", {"step": step}).status_code == 302

    opened = seen_by(vera.keys, vera)
    assert opened and opened.counter(soon(), today=today()).short_visits.used == 0
    assert visit_at(vera, page).row.state == step


def test_a_refusal_says_why_and_leads_to_the_paper_that_asks_for_the_reason() -> None:
    vera = vera_of(driving().colony)
    page = wants(vera)
    fixes(vera, page, soon())

    empty = vera.client.post(f"{page}refused/", {"words": "Карантин у них"})
    vera.client.post(f"{page}refused/", {"why": "quarantine", "words": "Карантин у них"})

    assert empty.status_code == 422 and "Карантин у них" in empty.content.decode()
    told = vera.client.get(page)
    assert "It was refused" in text(told) and "Quarantine" in text(told) and "Карантин у них" in text(told)
    paper = f"/en/papers/about/refusal_reason/?back={page}"
    assert paper in told.content.decode()
    assert f'class="back" href="{page}"' in vera.client.get(paper).content.decode()


def test_a_closed_visiting_office_is_told_to_its_card_once_and_without_anybody() -> None:
    chapter = driving()
    vera = vera_of(chapter.colony)
    page = wants(vera, soon())

    for _tap in range(2):
        vera.client.post(f"{page}refused/", {"why": "closed", "words": "Замок висит"})

    told = Outcome.objects.get()
    assert (told.facility, told.thing, told.verdict, told.count) == (chapter.colony, "visits", "closed", 1)


def test_in_a_remand_prison_the_page_asks_for_a_written_permission() -> None:
    driving()
    vera = vera_of(card("sizo1", "remand", "СИЗО-1"), held="remand")
    page = wants(vera)

    told = vera.client.get(page)

    assert "written permission" in text(told) and "/papers/about/visit_permission/" in told.content.decode()
    assert "no food" not in text(told)


def test_before_a_short_visit_to_a_colony_the_page_says_what_to_bring_and_that_no_food_goes_in() -> None:
    vera = vera_of(driving().colony)

    told = text(vera.client.get(wants(vera)))

    assert "Carry no food to a short visit" in told and "passport" in told
    assert "not checked against the text" in told


def test_what_stands_on_one_law_is_followed_by_it_once() -> None:
    norms = ("an act, article 1",)
    notes = [ToldNote("A passport.", norms, "Not read."), ToldNote("A list.", norms, "Not read.")]
    notes.append(ToldNote("No food.", ("another act",), ""))

    told = " ".join(render_to_string("visits/parts/advice.html", {"title": "Bring", "notes": notes}).split())

    assert told.count("an act, article 1") == told.count("Not read.") == told.count("another act") == 1
    assert told.index("A list.") < told.index("Not read.") < told.index("No food.")


def test_a_day_that_is_over_is_said_in_one_sentence() -> None:
    vera = vera_of(driving().colony)
    page = wants(vera)

    behind = fixes(vera, page, today() - timedelta(days=1))
    fixes(vera, page, soon())
    ahead = vera.client.post(f"{page}made/", boxes(soon()))

    assert behind.status_code == ahead.status_code == 422
    assert "This day is over" in text(behind) and "still ahead" in text(ahead)


def test_strangers_find_nothing_and_another_family_s_visit_is_not_theirs() -> None:
    chapter = driving()
    vera, other = vera_of(chapter.colony), asks()
    page, igor = wants(vera), enrol("Igor", ("veteran",))
    name = page.rstrip("/").rpartition("/")[2]

    for client in (igor.client, other.client, chapter.petya.client):
        for part in ("", "who/", "permitted/", "day/", "made/", "refused/"):
            assert client.get(f"{page}{part}").status_code == 404
        for part in ("step/", "seats/back/"):
            assert client.post(f"{page}{part}", {"step": "dropped"}).status_code == 404
    assert other.client.get(at(other, f"{name}/")).status_code == 404
    assert Client().get(page).status_code == 302
    assert visit_at(vera, page).row.state == "wanted"


def test_the_calendar_hears_of_the_day_and_that_it_will_not_be() -> None:
    vera = vera_of(driving().colony)
    page = wants(vera, soon())
    now = timezone.now()

    before = days_of_visits(vera.keys, file_of(vera.keys, vera.matter), now=now)
    vera.client.post(f"{page}step/", {"step": "dropped"})
    after = days_of_visits(vera.keys, file_of(vera.keys, vera.matter), now=now)

    assert [(one.begins, one.cancelled) for one in before] == [(soon(), False)]
    assert [(one.key, one.cancelled) for one in after] == [(before[0].key, True)]


def test_the_summary_tells_the_nearest_visit() -> None:
    chapter = driving()
    vera = vera_of(chapter.colony)
    assert summary_for(vera.keys, file_of(vera.keys, vera.matter), now=timezone.now()).waiting == 0
    wants(vera)
    page = wants(vera, soon(), kind="long")

    with override("en"):
        told = summary_for(keys(chapter.pavel), file_of(keys(chapter.pavel), vera.matter), now=timezone.now())

    assert told.waiting == 2 and told.url_of == str(visit_at(vera, page).id)
    assert told.said.startswith("A long visit")


def test_half_a_year_after_its_day_a_visit_is_gone_and_its_place_in_the_counter_stays() -> None:
    vera = vera_of(driving().colony)
    page = wants(vera)
    fixes(vera, page, today())
    vera.client.post(f"{page}made/", boxes(today()))
    safe = visit_at(vera, page).safe.id

    assert erase_due_visits(today=today() + timedelta(weeks=26) - timedelta(days=1)) == 0
    assert erase_due_visits(today=today() + timedelta(weeks=26)) == 1

    assert not Visit.objects.exists() and not VisitRow.objects.exists()
    assert not Safe.objects.filter(id=safe).exists()
    opened = seen_by(vera.keys, vera)
    assert opened and opened.slots[0].state == "used"


def test_a_word_on_a_visit_is_a_word_in_the_matter_and_its_clock_begins_anew() -> None:
    chapter = driving()
    vera = vera_of(chapter.colony)
    Matter.objects.update(erase_on=today())

    wants(vera)

    vera.matter.refresh_from_db()
    assert vera.matter.erase_on > today() + timedelta(weeks=20)


def test_with_the_matter_its_visits_go() -> None:
    vera = vera_of(driving().colony)
    wants(vera)

    erase_matter(vera.matter, today=today())

    assert not Visit.objects.exists() and not VisitRow.objects.exists()
