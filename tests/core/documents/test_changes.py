"""What a lawyer reads from the second round on: word by word, and nothing of it lost."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.documents import Paper, Paragraph, changes, plain

DAY = date(2026, 11, 22)
WORDS = st.lists(st.sampled_from(["суд", "решил", "Иванова", "5 мая", "отменить;"]), min_size=1).map(" ".join)


def paper(*lines: str) -> Paper:
    return Paper(tuple(Paragraph(line) for line in lines), DAY)


def test_words_changed_one_after_the_other_stand_as_one_change() -> None:
    line = changes(paper("избрать меру без стражи сегодня"), paper("избрать меру в виде залога сегодня"))[0]

    assert [(piece.kind, piece.text) for piece in line] == [
        ("same", "избрать меру "),
        ("gone", "без стражи "),
        ("new", "в виде залога "),
        ("same", "сегодня"),
    ]


def test_a_line_put_in_stands_as_a_line() -> None:
    lines = changes(paper("один", "три"), paper("один", "два", "три"))

    assert ["".join(piece.text for piece in line) for line in lines] == ["один", "два", "три"]
    assert {piece.kind for piece in lines[1]} == {"new"}


@given(st.lists(WORDS, min_size=1, max_size=5), st.lists(WORDS, min_size=1, max_size=5))
def test_without_what_is_gone_it_is_the_new_paper_and_without_what_is_new_the_old_one(
    old: list[str], new: list[str]
) -> None:
    before, after = paper(*old), paper(*new)
    pieces = [piece for line in changes(before, after) for piece in line]

    for kind, whole in (("gone", after), ("new", before)):
        left = "".join(piece.text for piece in pieces if piece.kind != kind)
        assert "".join(left.split()) == "".join(plain(whole).split())
