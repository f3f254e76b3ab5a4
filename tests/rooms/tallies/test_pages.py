"""Anybody reads what one parcel costs; Pavel types receipts; nobody reads a small number in public."""

import re
from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from tests.rooms.people.world import enrol

from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.tallies.models import Spending
from peredacha.rooms.tallies.selectors import cost_of_parcel
from peredacha.rooms.tallies.services import count, public_report, spend

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
OCTOBER = date(2026, 10, 1)
MONTHS = [date(2026, month, 1) for month in (7, 8, 9, 10)]


def told(client: Client, url: str) -> str:
    answer = client.get(url, headers={"accept-language": "en"})
    assert answer.status_code == 200, url
    return " ".join(answer.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def a_year() -> None:
    """Ten parcels a month; each month dearer by ten roubles."""
    for place, month in enumerate(MONTHS):
        count(chapter="demo", kind="parcel_delivered", today=month, by=10)
        sums = {"food": 900_000, "postage": 100_000 + place * 10_000}
        for what, kopecks in sums.items():
            spend(chapter="demo", month=month, what=what, kopecks=kopecks, once=uuid4())


@time_machine.travel("2026-11-23 12:00")
def test_anybody_reads_what_one_parcel_costs_and_what_the_number_hides(client: Client) -> None:
    a_year()
    count(chapter="demo", kind="parcel_delivered", today=TODAY, by=999)
    text = told(client, "/en/tallies/cost/")

    assert "1 015 ₽ in the middle month, counted on 40 parcels." in text
    assert "1 015 ₽ each" in text and "4 months that can be told" in text
    assert "nobody is paid for packing" in text
    assert "999" not in text and "1 039" not in text, "a month that is not over is not told"


@time_machine.travel("2026-11-23 12:00")
def test_with_few_parcels_the_page_says_so_and_gives_no_average(client: Client) -> None:
    for month in MONTHS[:2]:
        count(chapter="demo", kind="parcel_delivered", today=month, by=6)
        spend(chapter="demo", month=month, what="food", kopecks=600_000, once=uuid4())
    count(chapter="demo", kind="parcel_delivered", today=MONTHS[2], by=4)
    spend(chapter="demo", month=MONTHS[2], what="food", kopecks=400_000, once=uuid4())
    text = told(client, "/en/tallies/cost/")

    assert "too few parcels" in text and "in the middle month" not in text
    assert text.count("Sums are rounded to whole roubles.") == 1
    assert "1 month is left out" in text
    assert [one.parcels for one in cost_of_parcel("", today=TODAY).months] == [6, 6]


@time_machine.travel("2026-11-23 12:00")
@pytest.mark.usefixtures("demo_cards")
def test_the_report_tells_classes_and_regions_and_no_small_number(client: Client) -> None:
    zarechye = Facility.objects.filter(region="RU-ZRC").values_list("public_id", flat=True)
    count(chapter="demo", kind="gift_received", goods="tea", grams=40_000, today=OCTOBER, by=6)
    count(chapter="demo", kind="gift_received", goods="sugar", grams=13_500, today=OCTOBER, by=8)
    count(chapter="demo", kind="gift_received", goods="honey", grams=777_000, today=OCTOBER, by=1)
    for place in zarechye[:4]:
        count(chapter="demo", kind="letter_sent", facility=place, today=OCTOBER, by=3)
    text, table = (
        told(client, "/en/tallies/months/2026-10/"),
        told(client, "/en/tallies/months/2026-10/table.csv"),
    )

    assert "Sugar" in text and "13.5" in text and "not told" in text
    assert "777" not in text and "777" not in table
    assert "12" in text and "Zarechye" in text
    assert "40" not in re.findall(r"\d+", text), "with the honey the next smallest class is hidden"
    assert "2026-10,Letters sent,Zarechye Region,12," in table
    assert not [place for place in zarechye if place in text]


@time_machine.travel("2026-11-23 12:00")
def test_the_two_public_pages_together_do_not_give_the_refused_parcels_back(client: Client) -> None:
    count(chapter="demo", kind="parcel_delivered", today=OCTOBER, by=40)
    count(chapter="demo", kind="parcel_refused", today=OCTOBER, by=2)
    spend(chapter="demo", month=OCTOBER, what="food", kopecks=4_200_000, once=uuid4())
    lines = [line for block in public_report(OCTOBER).went for line in block.lines]

    assert cost_of_parcel("", today=TODAY).parcels == 42
    assert {line.number for line in lines} == {"42"}
    count(chapter="demo", kind="parcel_refused", today=OCTOBER, by=3)
    told_apart = {line.number for block in public_report(OCTOBER).went for line in block.lines}
    assert told_apart == {"40", "5"}, "with five refusals each outcome can be told"


@time_machine.travel("2026-11-23 12:00")
def test_a_month_that_is_not_over_has_no_public_report(client: Client) -> None:
    count(chapter="demo", kind="letter_sent", today=TODAY, by=50)

    assert client.get("/tallies/months/2026-11/").status_code == 404
    assert client.get("/tallies/months/2026-11/table.csv").status_code == 404
    assert client.get("/tallies/months/2026-09/").status_code == 404
    assert "2026-11" not in told(client, "/en/tallies/")


@pytest.mark.usefixtures("demo_cards")
def test_helpers_read_every_number_of_their_own_chapter() -> None:
    place = Facility.objects.filter(region="RU-ZRC").exclude(short_name_ru="")[0]
    today = timezone.localdate()
    count(chapter="demo", kind="parcel_refused", facility=place.public_id, grams=9_500, today=today, by=2)
    count(chapter="far", kind="parcel_refused", facility=place.public_id, today=today, by=731)
    text = told(enrol("Rita", ("packer",)).client, "/en/tallies/numbers/")

    assert place.short_name_ru in text and "9.5" in text and "731" not in text
    assert "Write down a receipt" not in text
    assert Client().get("/tallies/numbers/").status_code == 302
    assert enrol("Anna").client.get("/tallies/numbers/").status_code == 404


def receipt(**changes: str) -> dict[str, str]:
    typed = {"once": str(uuid4()), "what": "postage", "kopecks": "1 540,50"}
    return {**typed, "month": f"{timezone.localdate():%Y-%m}", **changes}


def test_pavel_types_a_receipt_once_and_takes_a_mistake_out() -> None:
    pavel = enrol("Pavel", ("coordinator",)).client
    form = receipt()
    for _click in range(2):
        assert pavel.post("/tallies/spending/", form)["Location"] == "/tallies/spending/"

    one = Spending.objects.get()
    assert (one.kopecks, one.what, one.chapter) == (154_050, "postage", "demo")
    page = told(pavel, "/en/tallies/spending/")
    assert "Postage, 1 540.50 ₽" in page
    far = enrol("Zoya", ("coordinator",), "far").client
    assert far.post(f"/tallies/spending/{one.id}/back/").status_code == 404
    assert pavel.post(f"/tallies/spending/{one.id}/back/").status_code == 302
    assert not Spending.objects.exists()


@pytest.mark.parametrize(
    "typed", ["1000 от Ивана", "Магнит 500", "-5", "0", "", "1e5", "٣", "1,5,5", "12.345"]
)
def test_a_name_beside_the_sum_is_refused_and_nothing_typed_is_lost(typed: str) -> None:
    pavel = enrol("Pavel", ("coordinator",)).client
    answer = pavel.post("/en/tallies/spending/", receipt(kopecks=typed), headers={"accept-language": "en"})
    text = answer.content.decode()

    assert answer.status_code == 422 and not Spending.objects.exists()
    assert typed in text
    assert re.search(r'value="postage"[^>]*checked', text)


def test_only_a_coordinator_types_receipts() -> None:
    rita = enrol("Rita", ("packer",)).client

    assert rita.post("/tallies/spending/", receipt()).status_code == 404
    assert Client().post("/tallies/spending/", receipt()).status_code == 403
    assert not Spending.objects.exists()
