"""From both threads of a matter and from the family's page a file can be sent, and what was sent stands in the talk."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.rooms.desk.world import at, family, home, page
from tests.rooms.matters.world import reception

from peredacha.rooms.conversations.models import Attachment, Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]
GONE = 410
LOST = 'class="said-damaged"'


def test_every_talk_leads_to_the_page_on_which_a_file_is_chosen() -> None:
    pavel, vera = reception(), family("Вера")
    places = [vera.matter.id]

    assert f'href="{reverse("conversations:attach", args=places)}"' in page(pavel, at(vera.matter))
    assert f'href="{reverse("conversations:attach_inner", args=places)}"' in page(
        pavel, at(vera.matter, "helpers/")
    )
    assert f'href="{reverse("conversations:family_attach")}"' in home(vera)


def test_a_file_of_vera_stands_in_the_talk_under_addresses_of_each_reader() -> None:
    pavel, vera = reception(), family("Вера")
    sent = {"file": SimpleUploadedFile("slovo.txt", "Приговор".encode()), "text": "Вот бумага."}
    assert vera.client.post("/talk/mine/file/", sent).status_code == 302
    attachment = Attachment.objects.get().id

    assert f'href="{reverse("conversations:family_body", args=[attachment])}"' in home(vera)
    theirs = reverse("conversations:body", args=[vera.matter.id, attachment])
    assert f'href="{theirs}"' in page(pavel, at(vera.matter)) and theirs not in home(vera)


def test_know_how_is_made_of_what_a_helper_wrote_and_never_of_the_family_s_words() -> None:
    pavel, vera = reception(), family("Вера")
    vera.client.post("/mine/talk/", {"text": "Где он?"})
    pavel.client.post(at(vera.matter, "talk/"), {"text": "Звоните в дежурную часть."})
    asked, answered = Message.objects.order_by("sequence").values_list("id", flat=True)

    html = page(pavel, at(vera.matter))

    assert reverse("know_how:propose", args=[vera.matter.id, answered]) in html
    assert str(asked) not in html and str(answered) not in home(vera)


def test_a_file_sent_among_the_helpers_leads_back_to_their_last_message() -> None:
    pavel, vera = reception(), family("Вера")
    theirs = f"{at(vera.matter, 'helpers/')}#inner-last"
    way = reverse("conversations:attach_inner", args=[vera.matter.id])
    assert f'href="{theirs}"' in page(pavel, way)

    sent = pavel.client.post(way, {"file": SimpleUploadedFile("plan.txt", "Тихо".encode()), "text": "Вот."})

    assert sent.headers["Location"] == theirs
    assert 'id="inner-last"' in page(pavel, at(vera.matter, "helpers/"))
    inside = Attachment.objects.get()
    assert f'href="{theirs}"' in page(pavel, reverse("conversations:file", args=[vera.matter.id, inside.id]))
    Attachment.objects.filter(id=inside.id).update(sealed=bytes(inside.sealed)[:9])
    broken = pavel.client.get(reverse("conversations:body", args=[vera.matter.id, inside.id]))
    assert broken.status_code == GONE and f'href="{theirs}"' in broken.content.decode()


def test_a_file_of_the_family_leads_back_to_the_talk_with_it() -> None:
    pavel, vera = reception(), family("Вера")
    way = reverse("conversations:attach", args=[vera.matter.id])

    sent = pavel.client.post(way, {"file": SimpleUploadedFile("plan.txt", b"ok"), "text": ""})

    assert sent.headers["Location"] == f"{at(vera.matter)}#last"
    place = reverse("conversations:file", args=[vera.matter.id, Attachment.objects.get().id])
    assert f'href="{at(vera.matter)}#last"' in page(pavel, place)


def test_a_file_that_cannot_be_opened_any_more_is_told_in_the_talk_where_it_was_sent() -> None:
    pavel, vera = reception(), family("Вера")
    sent = {"file": SimpleUploadedFile("slovo.txt", b"ok"), "text": "Вот бумага."}
    vera.client.post("/talk/mine/file/", sent)
    assert LOST not in home(vera) + page(pavel, at(vera.matter))

    row = Attachment.objects.get()
    Attachment.objects.update(sealed=bytes(row.sealed)[:9])

    assert home(vera).count(LOST) == page(pavel, at(vera.matter)).count(LOST) == 1
    assert "Вот бумага." in home(vera), "the message itself is whole"
    assert LOST not in page(pavel, at(vera.matter, "helpers/"))
    inner = {"file": SimpleUploadedFile("plan.txt", b"ok"), "text": ""}
    pavel.client.post(reverse("conversations:attach_inner", args=[vera.matter.id]), inner)
    inside = Attachment.objects.get(safe=vera.matter.inner_safe_id)
    Attachment.objects.filter(id=inside.id).update(sealed=bytes(inside.sealed)[:9])
    assert page(pavel, at(vera.matter, "helpers/")).count(LOST) == 1
