"""Family texts are read by a tired person of about twelve: short sentences, short words.

Russian: the Flesch–Kincaid grade fitted to Russian schoolbooks, 0.36·ASL + 5.76·ASW − 11.97 (Solnyshkina, Ivanov,
Solovyev 2018). English: the Flesch–Kincaid grade, 0.39·ASL + 11.8·ASW − 15.59 (Kincaid 1975). ASL is words a
sentence, ASW syllables a word; grade 6 is an age of about twelve. A formula sees length only, not meaning.
"""

import re
from statistics import mean

import pytest

from peredacha.jurisdictions.load import pack

TWELVE_YEARS = 6.5
VOWELS = {"ru": re.compile("[аеёиоуыэюя]", re.I), "en": re.compile("[aeiouy]+", re.I)}
GRADE = {"ru": (0.36, 5.76, 11.97), "en": (0.39, 11.8, 15.59)}


def grade(texts: list[str], language: str) -> float:
    """The school grade of many short texts together."""
    sentences = [part for text in texts for part in re.split(r"[.!?…:;]+\s", text + " ") if part.strip()]
    words = [word for part in sentences for word in re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", part)]
    syllables = mean(max(1, len(VOWELS[language].findall(word))) for word in words)
    a, b, c = GRADE[language]
    return a * len(words) / len(sentences) + b * syllables - c


def family_texts(kind: str, language: str) -> list[str]:
    """The words that a family reads, of one kind."""
    land = pack("ru")
    if kind == "questions":
        texts = [t for q in land.guide.questions for t in (q.ask, q.hint, q.todo, q.how) if t]
    elif kind == "steps":
        texts = [
            t for s in land.guide.steps for t in (s.what, s.why, s.missed, *s.bring, *s.say, *s.never) if t
        ]
    elif kind == "search":
        texts = [t for p in land.whereabouts.places for t in (p.what, p.ask, p.why)]
        texts += [t for hint in land.whereabouts.hints for t in (hint.if_, hint.then)]
    else:
        texts = [
            t for page in land.pages.values() for s in page.sections for t in (s.title, *s.text, *s.points)
        ]
    return [text[language] for text in texts]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("kind", ["questions", "steps", "search", "pages"])
def test_family_texts_read_at_about_twelve(kind, language):
    texts = family_texts(kind, language)

    assert len(texts) > 40
    assert grade(texts, language) <= TWELVE_YEARS


def test_the_measure_knows_an_official_sentence():
    official = [
        "Постановление о возбуждении ходатайства об избрании меры пресечения направляется незамедлительно"
    ]

    assert grade(official, "ru") > TWELVE_YEARS
