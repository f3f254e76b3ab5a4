"""From both threads of a matter and from the family's page a file can be sent, and what was sent stands in the talk."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.rooms.desk.world import at, family, home, page
from tests.rooms.matters.world import reception

from peredacha.rooms.conversations.models import Attachment, Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]


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
