"""No person gets into the store: not as a giver, not as an address, not as somebody who looks in."""

import pytest
from django.apps import apps
from django.urls import reverse
from tests.rooms.people.world import Enrolled, enrol
from tests.rooms.stores.world import lies, opens, page_at, said, sends, text_of, the_cupboard, the_tea

from peredacha.rooms.stores.forms import DriveForm
from peredacha.rooms.stores.models import Drive, Good, Place

PAGES = ("index", "short", "receive", "new", "places", "drives", "new_drive", "kits")
OF_A_GOOD = ("good", "receive_good", "change", "code", "papers")
OF_A_LOT = ("lot", "move", "count", "write_off")


def test_there_is_no_field_for_who_gave(petya: Enrolled) -> None:
    assert set(DriveForm.base_fields) == {"name", "what", "day", "kilos"}
    assert {field.name for field in Drive._meta.local_fields} == {
        "id",
        "chapter",
        "name",
        "what",
        "day",
        "grams",
    }
    lead = said("Who gave is written nowhere: no list of givers exists that anybody could find.")
    assert lead in opens(petya, "drives") and lead in opens(petya, "new_drive")


@pytest.mark.parametrize(
    "told", ["от Марины Юрьевны", "Иванов П. С.", "чай, +7 900 000-00-00", "петя@example.org"]
)
def test_a_collection_that_tells_of_somebody_is_not_written_down(petya: Enrolled, told: str) -> None:
    day = {"day_0": "3", "day_1": "11", "day_2": "2026"}

    answer = sends(petya, "new_drive", name="Ярмарка", what=told, **day)

    assert answer.status_code == 422 and "Ярмарка" in text_of(answer)
    assert not Drive.objects.exists()
    assert sends(petya, "new_drive", name="Ярмарка", what="крупы и мыло, 40 кг", **day).status_code == 302


@pytest.mark.parametrize("told", ["ул. Речная, 5", "Квартира Анны", "кв. 14"])
def test_a_place_is_no_address_and_nobodys_flat(petya: Enrolled, told: str) -> None:
    assert sends(petya, "places", name=told).status_code == 422
    assert not Place.objects.exists()


def test_no_table_of_the_store_knows_a_member_a_family_or_a_matter() -> None:
    tables = [model for room in ("goods", "stores") for model in apps.get_app_config(room).get_models()]
    fields = [field for model in tables for field in model._meta.local_fields]
    there = {field.related_model._meta.app_label for field in fields if field.related_model}

    assert len(fields) > 30
    assert there == {"goods", "stores", "vault"}
    assert {
        str(one) for one in fields if one.related_model and one.related_model._meta.app_label == "vault"
    } == {
        "goods.PaperBook.safe",
        "goods.GoodPaper.safe",
    }


def test_igor_the_stranger_sees_nothing(tea: Good) -> None:
    lot = lies(tea, 3)
    igor, anna = enrol("Igor", ("packer",), "other"), enrol("Anna")

    for name in OF_A_GOOD:
        assert igor.client.get(page_at(name, tea.id)).status_code == 404
    for name in OF_A_LOT:
        assert igor.client.get(page_at(name, lot.id)).status_code == 404
    assert "Чай" not in opens(igor, "index")
    assert igor.client.post(reverse("stores:write_off", args=[lot.id]), {"pieces": "3"}).status_code == 404
    for name in PAGES:
        assert anna.client.get(page_at(name)).status_code in {302, 403, 404}


def test_every_page_opens_for_petya_and_for_pavel(petya: Enrolled, tea: Good) -> None:
    lot, pavel = lies(tea, 3, days=3), enrol("Pavel", ("coordinator",))
    the_tea(chapter="other")
    the_cupboard(name="Подвал")

    for helper in (petya, pavel):
        for name in PAGES:
            assert "<h1" in opens(helper, name)
        for name in OF_A_GOOD:
            assert "<h1" in opens(helper, name, tea.id)
        for name in OF_A_LOT:
            assert "<h1" in opens(helper, name, lot.id)
        assert helper.client.get("/en/stores/").status_code == 200
