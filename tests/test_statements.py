"""Statements put together once say and do the same as the framework's own."""

from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from peredacha.rooms.journal.models import Act, ChainHead, Counter, Entry
from peredacha.rooms.people.models import Session
from peredacha.rooms.vault.models import Holder, HolderKind
from peredacha.statements import FEW, Asked, add, change, inserting

pytestmark = pytest.mark.django_db(databases=["default", "sessions"])
NIGHT = datetime(2026, 11, 22, 2, 30, tzinfo=ZoneInfo("Europe/Moscow"))


def holder(public: bytes = b"\x00\xff key") -> Holder:
    return Holder(id=uuid4(), kind=HolderKind.FAMILY, public=public, mark=b"m" * 32)


def entry(number: int) -> Entry:
    digest = bytes([number]) * 32
    return Entry(
        number=number, day=date(2026, 11, 22), act=Act.MATTER_READ, chapter="demo", actor=uuid4(),
        content_hash=digest, previous=digest, digest=digest,
    )  # fmt: skip


def told(row: Entry) -> dict[str, object]:
    """Every field of an entry but its number in the database."""
    fields = (one.attname for one in Entry._meta.concrete_fields if not one.primary_key)
    values = {name: getattr(row, name) for name in fields}
    return {name: bytes(one) if isinstance(one, memoryview) else one for name, one in values.items()}


@pytest.mark.parametrize("count", [1, 2, FEW, FEW + 1])
def test_rows_stand_as_the_framework_would_have_written_them(count: int) -> None:
    made = [entry(number + 1) for number in range(count)]

    add(*made)

    stored = list(Entry.objects.order_by("number"))
    assert [told(one) for one in stored] == [told(one) for one in made]


def test_nothing_to_insert_asks_nothing() -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        add()
    assert len(asked) == 0


def test_a_row_that_was_inserted_is_changed_by_the_next_save_and_not_inserted_again() -> None:
    one = holder()
    add(one)

    one.public = b"another"
    one.save()

    assert [bytes(row.public) for row in Holder.objects.all()] == [b"another"]


def test_the_same_row_twice_is_refused_and_undoes_the_whole_transaction() -> None:
    one = holder()
    with pytest.raises(IntegrityError), transaction.atomic():
        add(one)
        add(one)
    assert not Holder.objects.exists()


def test_a_moment_goes_into_the_database_of_its_model_and_comes_back() -> None:
    add(Session(id_hash=b"h" * 32, owner_tag=b"t" * 32, box=b"box", ends_at=NIGHT, seen_at=NIGHT))

    assert Session.objects.get().ends_at == NIGHT
    gone = 'DELETE FROM "people_session" WHERE "ends_at" < %s'
    assert change(Session, gone, NIGHT) == 0
    assert change(Session, gone, NIGHT.replace(minute=31)) == 1


def test_a_change_says_how_many_rows_it_changed() -> None:
    month = date(2026, 11, 1)
    for name in ("requests", "calls"):
        Counter.objects.create(chapter="demo", month=month, name=name, value=1)

    more = 'UPDATE "journal_counter" SET "value" = "value" + %s WHERE "month" = %s AND "name" <> %s'

    assert change(Counter, more, 4, month, "none") == 2
    assert change(Counter, more, 4, month.replace(month=10), "none") == 0
    assert sorted(Counter.objects.values_list("value", flat=True)) == [5, 5]


def test_a_question_gives_the_values_of_the_fields_of_now() -> None:
    one = holder()
    asked = Asked(
        Holder, lambda: Holder.objects.order_by("id").values_list("id", "kind", "public", "member_id")
    )
    assert asked() == []

    add(one)
    found = asked()

    assert [(row[0], row[1], bytes(row[2]), row[3]) for row in found] == [
        (one.id, "family", one.public, None)
    ]


def test_a_question_is_put_into_words_once() -> None:
    made: list[int] = []

    def question() -> object:
        made.append(1)
        return Holder.objects.values_list("id")

    asked = Asked(Holder, question)  # type: ignore[arg-type]
    for _ in range(3):
        asked()
    assert made == [1]


def test_who_asks_with_a_lock_holds_it_where_the_database_has_one() -> None:
    ChainHead.objects.get_or_create(pk=1)
    asked = Asked(ChainHead, lambda: ChainHead.objects.select_for_update().filter(pk=1).values_list("count"))

    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        assert asked() == [(0,)]

    locks = "FOR UPDATE" in queries.captured_queries[-1]["sql"]
    assert locks == connection.features.has_select_for_update


def test_the_statement_of_a_model_is_kept() -> None:
    assert inserting(Holder, 2) is inserting(Holder, 2)
    assert inserting(Holder, 1)[0].count("%s") * 2 == inserting(Holder, 2)[0].count("%s")
