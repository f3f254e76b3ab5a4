"""Vera chooses pages and takes one stamped PDF along; a damaged page is told before, and so is what must stay."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from tests.core.documents.world import words_of_pdf
from tests.gateways.bindery.samples import black_photo, look
from tests.rooms.binders.test_telling import EVENT, tells
from tests.rooms.binders.world import at as binder_at
from tests.rooms.binders.world import held_by, lies_in, names, text_of
from tests.rooms.conversations.world import whole_body
from tests.rooms.home.world import notes
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys
from tests.rooms.people.world import Enrolled

from peredacha.core.language import phrase
from peredacha.gateways.binding import MOST_PAGES, Bound, Damaged
from peredacha.rooms.arrivals.services.merging import merge, part
from peredacha.rooms.binders.models import BinderFile
from peredacha.rooms.bundles.models import BundleFile, BundleRow
from peredacha.rooms.bundles.services import binding
from peredacha.rooms.cautions.services import record_undertaking
from peredacha.rooms.conversations.services import sweep_blobs
from peredacha.rooms.home.services.leaving import erase

pytestmark = pytest.mark.django_db


def at(vera: FamilyAtDoor, part: str = "bundles/") -> str:
    return f"/bundles/matters/{vera.matter.id}/{part}"


def chooses(vera: FamilyAtDoor, kind: str = "bundles", **typed: Any) -> str:
    """Pages chosen; gives the address of the bundle."""
    told = {"title": "На четверг", "order": held_by(vera).order, **typed}
    answer = vera.client.post(at(vera, f"{kind}/new/"), told)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.url)


def binds(vera: FamilyAtDoor, place: str) -> bytes:
    """The PDF made and taken along."""
    assert vera.client.post(f"{place}make/").status_code == 302
    answer = vera.client.get(f"{place}papers.pdf")
    assert answer.status_code == 200 and answer["Content-Disposition"] == 'attachment; filename="papers.pdf"'
    assert answer["Cache-Control"] == "no-store" and answer["Content-Type"] == "application/pdf"
    return whole_body(answer)


@pytest.fixture
def three(vera: FamilyAtDoor) -> FamilyAtDoor:
    lies_in(vera, black_photo((60, 90)), black_photo((90, 60)), black_photo((60, 60)))
    return vera


def test_chosen_pages_in_the_chosen_order_with_the_list_in_front(three: FamilyAtDoor, blobs: Path) -> None:
    tells(three, "documents", title="Протокол обыска", pages="1-2")
    tells(three, "events", **EVENT)
    place = chooses(three, pages="3, 1-2", chronology="on")
    pdf = binds(three, place)

    words = words_of_pdf(pdf)
    assert "Начетверг" in words and "Протоколобыска2–3" in words and "Обысквквартире2–3" in words
    assert words.index("л.1") < words.index("Приложение1,л.2") < words.index("Приложение1,л.3")
    assert "адвоката" not in words, "from whom a page came is told only when asked for"
    assert look(pdf, 3).size == (420, 594) and look(pdf, 4).size == (594, 420)
    assert b"%PDF" not in b"".join(path.read_bytes() for path in blobs.iterdir())

    told = chooses(three, pages="1", sources="on")
    assert "отадвоката" in words_of_pdf(binds(three, told))


def test_a_damaged_page_is_told_before_the_download_and_the_others_go_along(
    three: FamilyAtDoor, blobs: Path
) -> None:
    (blobs / BinderFile.objects.order_by("sequence")[1].blob).write_bytes(b"nothing")
    place = chooses(three, pages="1-3")
    pdf = binds(three, place)
    page = text_of(three, place)

    assert "Pages 2 of the PDF" in page and page.index("Pages 2 of the PDF") < page.index("papers.pdf")
    assert words_of_pdf(pdf).count("Этотлистнеудалосьоткрыть.") == 1


def test_the_largest_pdf_fits_its_rows_even_if_every_page_of_it_is_damaged(
    vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    lies_in(vera, *(str(number).encode() for number in range(MOST_PAGES)))
    said = tuple(
        Damaged(number, phrase("Page {n} is damaged.", n=number % 7)) for number in range(1, MOST_PAGES + 1)
    )
    monkeypatch.setattr(binding, "bind", lambda *_args: Bound(b"%PDF-1.7", said))
    place = chooses(vera, pages=f"1-{MOST_PAGES}")

    assert binds(vera, place) == b"%PDF-1.7"
    assert "Pages 7, 14, 21" in text_of(vera, place)


def test_after_a_change_the_pdf_is_told_to_be_older_and_made_once_more_in_its_place(
    three: FamilyAtDoor, blobs: Path, django_capture_on_commit_callbacks: Any
) -> None:
    place = chooses(three, pages="1-2")
    binds(three, place)
    assert "The PDF is ready" in text_of(three, place)
    three.client.post(binder_at(three, "arrange/"), {"act": f"turn:{names(three)[0]}"})
    assert "older than the binder" in text_of(three, place)
    with django_capture_on_commit_callbacks(execute=True):
        binds(three, place)

    assert "The PDF is ready" in text_of(three, place)
    assert BundleFile.objects.count() == 1 and len(list(blobs.iterdir())) == 4
    assert sweep_blobs(today=timezone.localdate()).lost == 0


def test_a_form_sent_twice_is_one_bundle_and_without_pages_none(three: FamilyAtDoor) -> None:
    for _twice in range(2):
        chooses(three, pages="1", once="same")
    assert BundleRow.objects.count() == 1
    refused = three.client.post(at(three, "bundles/new/"), {"title": "Пусто", "order": held_by(three).order})
    assert refused.status_code == 422 and "Пусто" in refused.content.decode()
    assert 'value="1–3"' in text_of(three, at(three, "bundles/new/"))


def test_when_all_its_pages_are_gone_no_pdf_is_made(three: FamilyAtDoor) -> None:
    place = chooses(three, pages="1")
    three.client.post(binder_at(three, f"pages/{names(three)[0]}/take-away/"))
    assert three.client.post(f"{place}make/").status_code == 409
    assert three.client.get(f"{place}papers.pdf").status_code == 404
    assert "Choose at least one page" in text_of(three, place)


def test_a_flaw_is_told_before_a_court_sees_it(three: FamilyAtDoor) -> None:
    tells(three, "events", **EVENT | {"pages": "1"})
    place = chooses(three, pages="2-3", chronology="on")
    assert "Mend this" not in text_of(three, place)
    three.client.post(binder_at(three, f"pages/{names(three)[0]}/take-away/"))
    assert "names a page that is no longer in the binder" in text_of(three, place)


def test_a_biography_is_told_section_by_section(three: FamilyAtDoor) -> None:
    place = chooses(three, "packets", title="Кто такой Илья")
    assert "Make the PDF" not in text_of(three, place)
    order = held_by(three).order
    family = {"words": "Дома ждут мать и дочь трёх лет.", "pages": "2", "order": order}
    assert three.client.post(f"{place}sections/1/", family).status_code == 302
    assert (
        three.client.post(f"{place}sections/3/", {"words": "", "pages": "1", "order": order}).status_code
        == 302
    )
    assert three.client.post(f"{place}sections/6/", family).status_code == 404
    assert three.client.post(f"{place}sections/2/", {"words": "Слесарь", "pages": "9"}).status_code == 422

    words = words_of_pdf(binds(three, place))
    assert "КтотакойИлья" in words and "Домаждутматьидочьтрёхлет." in words
    assert "Семья1" in words and "Здоровье2" in words


def test_what_must_stay_secret_makes_no_pdf_and_takes_a_made_one_back(three: FamilyAtDoor) -> None:
    place = chooses(three, pages="1")
    binds(three, place)
    opener = three.keys
    file = file_of(opener, three.matter)
    signed = {"signer": "lawyer", "who": "", "signed_on": date(2026, 11, 1)}
    record_undertaking(keys=opener, file=file, now=timezone.now(), **signed)  # type: ignore[arg-type]

    page = text_of(three, place)
    assert "An undertaking of secrecy covers pages of the binder: 1." in page and "papers.pdf" not in page
    assert three.client.get(f"{place}papers.pdf").status_code == 409
    assert three.client.post(f"{place}make/").status_code == 409


def test_bundles_go_along_and_vanish_with_the_matter(three: FamilyAtDoor, blobs: Path) -> None:
    binds(three, chooses(three, pages="1-2"))
    page = notes(three.client)
    assert re.search(r"На четверг</h3>\s*<p>[^<]*1–2", page)
    erase(three.matter, today=timezone.localdate())
    assert not BundleRow.objects.exists() and not BundleFile.objects.exists() and list(blobs.iterdir()) == []


def test_a_bundle_with_its_pdf_goes_into_the_kept_matter_and_back(
    three: FamilyAtDoor, pavel: Enrolled
) -> None:
    place = chooses(three, pages="2, 1")
    pdf = binds(three, place)
    other, opener, now = asks(), keys(pavel), timezone.now()
    kept, second = file_of(opener, other.matter), file_of(opener, three.matter)
    row = merge(keys=opener, kept=kept, second=second, one_family=True, now=now)
    there = place.replace(str(three.matter.id), str(other.matter.id))

    assert whole_body(other.client.get(f"{there}papers.pdf")) == pdf
    part(keys=opener, kept=file_of(opener, other.matter), row=row, now=now)
    assert other.client.get(there).status_code == 404
    assert whole_body(three.client.get(f"{place}papers.pdf")) == pdf


def test_a_bundle_is_taken_away_and_put_back(three: FamilyAtDoor) -> None:
    place = chooses(three, pages="1")
    three.client.post(f"{place}take-away/")
    assert "На четверг" not in text_of(three, at(three))
    three.client.post(f"{place}put-back/")
    assert "На четверг" in text_of(three, at(three))
