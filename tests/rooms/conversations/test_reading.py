"""A form sent twice, two tabs, a message that is too long; and who has read how far."""

from typing import Any

import pytest
from django.utils import timezone
from tests.rooms.conversations.world import reads
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.facts import Author
from peredacha.rooms.conversations.models import LONGEST_MESSAGE, Message, Notice, ReadMark
from peredacha.rooms.conversations.services import (
    Draft,
    author_of,
    fresh_once,
    mark_read,
    news_for,
    send,
    talking,
    was_sent,
)
from peredacha.rooms.vault.services import TooLong, grant, holder_of, revoke


def opener(who: Enrolled | FamilyAtDoor) -> Any:
    return who.keys if isinstance(who, FamilyAtDoor) else keys(who)


def writes(who: Enrolled | FamilyAtDoor, vera: FamilyAtDoor, text: str, **more: Any) -> Message:
    file = file_of(opener(who), vera.matter)
    told = author_of(opener(who))
    return send(keys=opener(who), file=file, text=text, author=told, now=timezone.now(), **more)


def texts(who: Enrolled | FamilyAtDoor, vera: FamilyAtDoor) -> list[str | None]:
    return [one.text for one in reads(who, vera).messages]


def test_a_double_click_is_one_message_and_gives_the_first_one_back(
    pavel: Enrolled, vera: FamilyAtDoor
) -> None:
    once = fresh_once()
    first = writes(vera, vera, "Где он?", once=once)

    assert writes(vera, vera, "Где он?", once=once).id == first.id
    assert texts(pavel, vera) == ["Где он?"]
    draft = Draft("Где он?", Author("family"), timezone.now(), once=once)
    assert was_sent(file=file_of(vera.keys, vera.matter), draft=draft)


def test_two_tabs_and_a_mended_text_are_two_messages(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    once = fresh_once()
    writes(vera, vera, "Да", once=once)
    writes(vera, vera, "Да", once=fresh_once())
    writes(vera, vera, "Да!", once=once)
    writes(pavel, vera, "Да", once=once)
    writes(vera, vera, "Да")

    assert texts(pavel, vera) == ["Да", "Да", "Да!", "Да", "Да"]


def test_the_same_form_at_the_same_moment_is_one_message(
    pavel: Enrolled, vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    once, looks = fresh_once(), []
    first = writes(pavel, vera, "Я рядом.", once=once)
    real = talking.sent_with

    def blind(*told: Any) -> Message | None:
        """Sees nothing at the first look, as somebody who came a moment too early."""
        looks.append(told)
        return real(*told) if len(looks) > 1 else None

    monkeypatch.setattr(talking, "sent_with", blind)
    Notice.objects.all().delete()

    assert writes(pavel, vera, "Я рядом.", once=once).id == first.id
    assert texts(pavel, vera) == ["Я рядом."] and not Notice.objects.exists()


def test_a_replayed_form_after_a_renewed_key_is_still_the_same_message(
    pavel: Enrolled, vera: FamilyAtDoor
) -> None:
    anna, once = enrol("Anna"), fresh_once()
    opened = file_of(keys(pavel), vera.matter).safe
    grant(keys=keys(pavel), opened=opened, holder=holder_of(anna.member))
    writes(vera, vera, "Где он?", once=once)
    revoke(keys=keys(pavel), opened=opened, holder=anna.member.id)

    writes(vera, vera, "Где он?", once=once)

    assert texts(pavel, vera) == ["Где он?"]


def test_the_mark_of_a_form_tells_nothing_across_families(vera: FamilyAtDoor) -> None:
    once, nina = fresh_once(), asks()
    mine, hers = writes(vera, vera, "Да", once=once), writes(nina, nina, "Да", once=once)
    assert bytes(mine.once_tag or b"") != bytes(hers.once_tag or b"")


def test_a_message_that_is_too_long_is_not_cut_but_refused(vera: FamilyAtDoor) -> None:
    writes(vera, vera, "я" * LONGEST_MESSAGE)
    with pytest.raises(TooLong):
        writes(vera, vera, "я" * (LONGEST_MESSAGE + 1))
    assert Message.objects.count() == 1


def news(who: Enrolled | FamilyAtDoor, vera: FamilyAtDoor) -> int:
    file = file_of(opener(who), vera.matter)
    return len(news_for(opener(who), [file.safe]).get(file.safe.id, ()))


def looks(who: Enrolled | FamilyAtDoor, vera: FamilyAtDoor) -> None:
    mark_read(keys=opener(who), file=file_of(opener(who), vera.matter))


def test_what_is_new_is_counted_for_each_reader_apart(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    writes(vera, vera, "раз")
    writes(vera, vera, "два")
    writes(pavel, vera, "три")

    assert (news(pavel, vera), news(vera, vera)) == (2, 1)
    for _again in range(2):
        looks(pavel, vera)
    assert (news(pavel, vera), news(vera, vera)) == (0, 1)
    writes(vera, vera, "четыре")
    assert news(pavel, vera) == 1
    looks(pavel, vera)
    assert news(pavel, vera) == 0 and ReadMark.objects.count() == 1
    assert str(pavel.member.id).encode() not in bytes(ReadMark.objects.get().sealed)


def test_many_talks_are_looked_through_in_three_questions(
    pavel: Enrolled, vera: FamilyAtDoor, django_assert_num_queries: Any
) -> None:
    families = [vera, *(asks() for _each in range(5))]
    for one in families[:4]:
        writes(one, one, "Где он?")
    looks(pavel, families[0])
    mine = keys(pavel)
    safes = [file_of(mine, one.matter).safe for one in families]

    with django_assert_num_queries(3):
        found = news_for(mine, safes)

    assert found.keys() == {one.matter.safe_id for one in families[1:4]}


def test_a_thread_that_is_not_granted_or_empty_has_nothing_new(vera: FamilyAtDoor) -> None:
    file = file_of(vera.keys, vera.matter)
    assert news_for(vera.keys, [file.safe, file.inner]) == {}


def test_a_damaged_message_is_counted_and_breaks_nothing(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    row = writes(vera, vera, "раз")
    Message.objects.filter(id=row.id).update(sealed=b"\1" + bytes(600))

    assert news(pavel, vera) == 1
