"""Articles are read as people write them, and compared with those that a rule names."""

import pytest

from peredacha.core.law.served.articles import Article, any_of, read_article, read_articles, split_articles


@pytest.mark.parametrize(
    ("written", "article"),
    [
        ("290 ч. 6", Article("290", "6")),
        ("228.1 ч. 4", Article("228.1", "4")),
        ("228.1 ч.4 п. «г»", Article("228.1", "4")),
        ("ч. 4 ст. 228.1 УК РФ", Article("228.1", "4")),
        ("п. «б» ч. 3 статьи 228-1", Article("228.1", "3")),
        ("ст. 159", Article("159")),
        ("часть 4 статьи 228.1", Article("228.1", "4")),
        ("art. 228.1(4)", Article("228.1", "4")),
        ("205.2", Article("205.2")),
        ("part 2 art. 206", Article("206", "2")),
    ],
)
def test_an_article_is_read_in_every_usual_spelling(written: str, article: Article) -> None:
    assert read_article(written) == article


@pytest.mark.parametrize("written", ["", "кража", "ч. 4", "УК РФ"])
def test_words_without_an_article_are_not_an_article(written: str) -> None:
    assert read_article(written) is None


@pytest.mark.parametrize(
    ("written", "named", "match"),
    [
        (["206"], ["206 ч. 3"], "maybe"),
        (["206 ч. 2"], ["206 ч. 3"], "no"),
        (["206 ч. 3"], ["206 ч. 3"], "yes"),
        (["159", "206 ч. 3"], ["206 ч. 3"], "yes"),
        (["228"], ["228.1"], "no"),
        ([], ["228.1"], "no"),
    ],
)
def test_a_part_that_is_not_named_leaves_a_doubt(written: list[str], named: list[str], match: str) -> None:
    assert any_of(read_articles(written), read_articles(named)) == match


ATTEMPT = ["30 ч. 3", "228.1 ч. 4"]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("ч. 3 ст. 30 – ч. 4 ст. 228.1", ATTEMPT),
        ("ч. 3 ст. 30 - п. «г» ч. 4 ст. 228.1 УК РФ", ATTEMPT),
        ("ч.3 ст.30-ч.4 ст.228.1", ATTEMPT),
        ("ст. 30 ч. 3 – ст. 228.1 ч. 4", ATTEMPT),
        ("30 ч. 3 – 228.1 ч. 4", ATTEMPT),
        ("ч. 3 ст. 30, ч. 4 ст. 228.1", ATTEMPT),
        ("ч. 3 ст. 30 и ч. 4 ст. 228.1", ATTEMPT),
        ("228-1, ч. 4; 222 ч. 1", ["228.1 ч. 4", "222 ч. 1"]),
        ("п. «а», «ж» ч. 2 ст. 105", ["105 ч. 2"]),
        ("105 ч. 2 п. «а», «ж», 158 ч. 1", ["105 ч. 2", "158 ч. 1"]),
        ("105 ч. 2 п. «а», «ж»", ["105 ч. 2"]),
        ("кража, 158", ["158"]),
    ],
)
def test_several_articles_in_one_breath_are_taken_apart(written: str, found: list[str]) -> None:
    apart = split_articles(written)

    assert [read_article(one) for one in apart] == [read_article(one) for one in found]
    assert read_articles([written]) == read_articles(found)


@pytest.mark.parametrize("written", ["", "кража", " , ; ", "ч. 4"])
def test_a_line_without_an_article_gives_no_article(written: str) -> None:
    assert read_articles([written]) == ()
