"""Many were detained at once: Pavel, Olga, Timur and Nina type a roll together and lose nobody."""

import re
from itertools import cycle

import pytest
from django.utils import timezone
from tests.rooms.arrivals.world import beside, keys, page, reception, sends, ticket

from peredacha.rooms.matters.models import Matter
from peredacha.rooms.rolls.models import Roll, RollRow
from peredacha.rooms.rolls.services import RollFile, erase_due_rolls, open_roll
from peredacha.rooms.vault.models import Grant, Safe

pytestmark = pytest.mark.django_db
LIST = """ОВД Тверской:
1. Смирнов Пётр Ильич, 1987
2. Ким Ольга (17 лет)

ОВД Басманный:
Гусев Антон, адвоката нет
"""


def begun(helper) -> str:
    answer = helper.client.post("/rolls/new/")
    assert answer.status_code == 302
    return answer["Location"]


def read(helper) -> RollFile:
    file = open_roll(keys(helper), Roll.objects.get().id, now=timezone.now())
    assert file is not None
    return file


def station(helper, url: str, name: str = "Тверской") -> str:
    found = re.search(rf'href="({url}stations/[0-9a-f]+/)">[^<]*{name}', page(helper.client.get(url)))
    assert found is not None
    return found[1]


def taps(text: str, state: str) -> list[str]:
    return re.findall(rf'value="([0-9a-f-]{{36}}:\d+:{state})"', text)


def test_a_pasted_list_is_looked_at_before_it_is_saved() -> None:
    pavel = reception()
    url = begun(pavel)
    form = {"text": LIST, "station": ""}

    looked = sends(pavel.client, f"{url}list/", form)
    nobody = RollRow.objects.count()
    typed = {**form, "ticket": ticket(page(looked)), "sure": "yes"}
    saved = [pavel.client.post(f"{url}list/", typed) for _click in range(2)]

    assert looked.status_code == 200 and "Смирнов Пётр Ильич" in page(looked)
    assert nobody == 0
    assert [one["Location"] for one in saved] == [url, url]
    file = read(pavel)
    assert [(len(one.entries), "Тверской" in one.name) for one in file.stations] == [(1, False), (2, True)]
    assert {entry.person.age for entry in file.entries} >= {17}
    assert "Тверской" in page(pavel.client.get(url))


def test_nothing_of_the_roll_stands_in_clear_and_only_the_reception_opens_it() -> None:
    pavel, far = reception(), reception("Zoya", "far")
    url = begun(pavel)
    sends(pavel.client, url, {"who": "Смирнов Пётр", "station": "ОВД Тверской"})

    roll = Roll.objects.get()
    kinds = set(Grant.objects.filter(safe=roll.safe).values_list("holder__kind", flat=True))
    assert kinds == {"circle"}
    assert "Смирнов".encode() not in bytes(RollRow.objects.get().sealed)
    assert far.client.get(url).status_code == 404
    assert "Тверской" not in station(pavel, url)


def test_what_is_missing_is_told_per_person() -> None:
    pavel = reception()
    url = begun(pavel)
    sends(pavel.client, url, {"who": "Ольга", "station": "ОВД Тверской", "lawyer": "no"})
    sends(pavel.client, url, {"who": "Смирнов Пётр, 1987", "age": "39", "state": "released", "lawyer": "yes"})

    missing = {entry.person.given: entry.person.missing for entry in read(pavel).entries}

    assert missing == {"Ольга": ("surname", "age", "outcome"), "Пётр": ("station",)}


def test_one_tap_says_who_was_found_and_a_second_helper_sees_it_first() -> None:
    pavel = reception()
    olga = beside(pavel, "Olga")
    url = begun(pavel)
    sends(pavel.client, url, {"who": "Смирнов Пётр", "station": "ОВД Тверской"})
    grid = station(pavel, url)
    stale = page(olga.client.get(grid))

    tapped = pavel.client.post(f"{grid}call/", {"tap": taps(page(pavel.client.get(grid)), "found")[0]})
    late = olga.client.post(f"{grid}call/", {"tap": taps(stale, "released")[0]})

    assert tapped.status_code == 302
    assert late.status_code == 409 and "Pavel" in page(late)
    assert read(pavel).entries[0].person.state == "found"
    fresh = olga.client.post(f"{grid}call/", {"tap": taps(page(olga.client.get(grid)), "released")[0]})
    assert fresh.status_code == 302 and read(pavel).entries[0].person.state == "released"


def test_two_on_one_row_lose_nothing_of_each_other() -> None:
    pavel = reception()
    olga = beside(pavel, "Olga")
    url = begun(pavel)
    sends(pavel.client, url, {"who": "Смирнов Пётр", "station": "ОВД Тверской"})
    row = f"{url}rows/{RollRow.objects.get().id}/"
    typed = {"who": "Смирнов Пётр", "station": "ОВД Тверской", "seen": "1"}

    first = sends(pavel.client, row, typed, note="видели живым")
    second = sends(olga.client, row, typed, lawyer="yes", note="едет адвокат")

    assert first.status_code == 302
    text = page(second)
    assert second.status_code == 409
    assert "видели живым" in text and "едет адвокат" in text and "Pavel" in text
    assert read(pavel).entries[0].person.note == "видели живым"
    both = sends(olga.client, row, typed, seen="2", lawyer="yes", note="видели живым, едет адвокат")
    assert both.status_code == 302
    person = read(pavel).entries[0].person
    assert (person.lawyer, person.note, person.by) == ("yes", "видели живым, едет адвокат", "Olga")


def test_four_helpers_type_twenty_rows_each_in_turn_and_nobody_is_lost() -> None:
    pavel = reception()
    four = [pavel, *(beside(pavel, name) for name in ("Olga", "Timur", "Nina"))]
    url = begun(pavel)

    for number, helper in zip(range(80), cycle(four)):
        typed = {"who": f"Человек {number}", "station": f"ОВД {number % 3}"}
        assert sends(helper.client, url, typed).status_code == 302

    file = read(pavel)
    assert len(file.entries) == 80 and file.missing == file.damaged == 0
    assert len({entry.person.typed for entry in file.entries}) == 80
    assert {entry.person.by for entry in file.entries} == {"Pavel", "Olga", "Timur", "Nina"}
    assert len(file.stations) == 3


def test_people_become_ordinary_matters_and_the_way_back_spares_what_was_worked_on() -> None:
    pavel = reception()
    url = begun(pavel)
    sends(pavel.client, f"{url}list/", {"text": LIST, "sure": "yes"})
    grid = station(pavel, url)
    rows = re.findall(r'name="row" value="([^"]+)"', page(pavel.client.get(grid)))

    nobody = pavel.client.post(f"{grid}call/", {})
    preview = pavel.client.post(f"{grid}call/", {"row": rows})
    before = Matter.objects.count()
    made = pavel.client.post(f"{grid}call/", {"row": rows, "sure": "yes"})
    again = pavel.client.post(f"{grid}call/", {"row": rows, "sure": "yes"})

    assert nobody.status_code == 422
    assert preview.status_code == 200 and "Ким" in page(preview) and before == 0
    assert made.status_code == 302 and again.status_code == 422
    assert Matter.objects.count() == 2
    entries = [entry for entry in read(pavel).entries if entry.person.matter]
    worked = entries[0].person.matter
    pavel.client.post(f"/desk/matters/{worked}/talk/", {"text": "Мы рядом."})
    batch = re.search(r'name="batch" value="([0-9a-f]{32})"', page(pavel.client.get(grid)))
    assert batch is not None
    undone = pavel.client.post(f"{grid}undo/", {"batch": batch[1]})
    assert undone.status_code == 200
    assert [str(one.id) for one in Matter.objects.all()] == [worked]
    assert sum(1 for entry in read(pavel).entries if entry.person.matter) == 1


def test_who_is_here_already_is_not_ticked_beforehand() -> None:
    pavel = reception()
    sends(pavel.client, "/arrivals/calls/", {"who": "Смирнов Пётр Ильич", "birth_year": "1987"})
    url = begun(pavel)
    sends(pavel.client, f"{url}list/", {"text": LIST, "sure": "yes"})
    grid = station(pavel, url)
    rows = re.findall(r'name="row" value="([^"]+)"', page(pavel.client.get(grid)))

    preview = page(pavel.client.post(f"{grid}call/", {"row": rows}))
    ticks = re.findall(r'name="row" value="[^"]+" id="[^"]+"( checked)?', preview)

    assert sorted(ticks) == ["", " checked"]


def test_a_closed_roll_is_read_and_printed_but_not_written() -> None:
    pavel = reception()
    url = begun(pavel)
    sends(pavel.client, url, {"who": "Смирнов Пётр", "station": "ОВД Тверской"})

    pavel.client.post(f"{url}state/", {"state": "closed"})

    assert sends(pavel.client, url, {"who": "Ким Ольга"}).status_code == 404
    assert "Смирнов Пётр" in page(pavel.client.get(f"{url}sheet/"))
    pavel.client.post(f"{url}state/", {"state": "open"})
    assert sends(pavel.client, url, {"who": "Ким Ольга"}).status_code == 302


def test_a_damaged_row_breaks_nothing_else() -> None:
    pavel = reception()
    url = begun(pavel)
    for who in ("Смирнов Пётр", "Ким Ольга"):
        sends(pavel.client, url, {"who": who, "station": "ОВД Тверской"})
    RollRow.objects.filter(sequence=1).update(sealed=b"\x01nothing")

    file = read(pavel)

    assert (file.damaged, [entry.person.surname for entry in file.entries]) == (1, ["Ким"])
    assert "Ким Ольга" in page(pavel.client.get(station(pavel, url)))


def test_nonsense_from_igor_breaks_no_page() -> None:
    pavel = reception()
    url = begun(pavel)
    sends(pavel.client, url, {"who": "Смирнов Пётр", "station": "ОВД Тверской"})
    grid = station(pavel, url)

    for tap in (
        "x",
        "1:2:found",
        f"{RollRow.objects.get().id}:٣:found",
        f"{RollRow.objects.get().id}:1:eaten",
    ):
        assert pavel.client.post(f"{grid}call/", {"tap": tap}).status_code == 404
    assert pavel.client.get(f"{grid}?page=-1").status_code == 200
    assert (
        sends(pavel.client, f"{url}rows/{RollRow.objects.get().id}/", {"who": "А", "seen": "²"}).status_code
        == 409
    )
    assert sends(pavel.client, url, {"who": ""}).status_code == 422


def test_the_clock_takes_a_roll_out_with_everything(time_machine) -> None:
    time_machine.move_to("2026-06-01T12:00:00+03:00")
    pavel = reception()
    sends(pavel.client, begun(pavel), {"who": "Смирнов Пётр"})
    roll = Roll.objects.get()

    assert erase_due_rolls(today=roll.week) == 0
    assert erase_due_rolls(today=roll.erase_on) == 1
    assert not RollRow.objects.exists() and not Safe.objects.filter(id=roll.safe_id).exists()
