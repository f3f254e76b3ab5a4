"""Single values of a card: days, hours, numbers of cases, the unique case id, articles, what came of a hearing."""

import re
from collections.abc import Iterator
from datetime import date, time

from peredacha.core.courtcards.card import State

DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d])")
HOUR = re.compile(r"(?<![\d.:])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])")
DOTTED_HOUR = re.compile(r"([01]?\d|2[0-3])[.-]([0-5]\d)")
MIDNIGHT = time(0, 0)

LETTERS = "А-ЯЁA-Zа-яё"
NUMBER = re.compile(
    rf"(?<![\w/-])(?:"
    rf"\d{{1,3}}-(?:[А-Я]{{1,4}})\d{{2}}-\d{{1,6}}(?:-[А-Я]{{1,2}}\d{{0,2}})?"
    rf"|[{LETTERS}]{{0,3}}\d{{0,3}}[{LETTERS}]{{0,3}}(?:/\d{{1,3}})?[{LETTERS}]?-\d{{1,7}}/\d{{4}}(?:-\d{{1,4}})?"
    rf")(?![\w/])"
)
UID = re.compile(r"(?<![\w-])(\d{2})([A-ZА-Я]{2})(\d{4})-(\d{2})-((?:19|20)\d{2})-(\d{6})-(\d{2})(?![\w-])")
COURT_KINDS = frozenset(("RS", "MS", "OS", "KJ", "AJ", "GV", "OV", "KV", "AV", "VS"))
LIKE_LATIN = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")

LAWS = (("коап", "КоАП"), ("упк", "УПК"), ("уик", "УИК"), ("ук", "УК"))
LAW = re.compile(r"\b(КоАП|УПК|УИК|УК)\b", re.IGNORECASE)
ARTICLE = re.compile(
    r"\bст(?:\.|атья|атьи|\b)\s{0,2}(\d{1,3}(?:\.\d{1,2}){0,3}(?:-\d{1,2})?)"
    r"(?:[\s,]{0,3}\bч(?:\.|асть)\s{0,2}(\d{1,2}(?:\.\d{1,2})?))?"
    r"(?:[\s,]{0,3}\bпп?\.\s{0,2}((?:[«\"'“]?[а-яё][»\"'”]?(?:\.\d)?(?:\s{0,2},\s{0,2}|\b(?!\w))){1,10}))?",
    re.IGNORECASE,
)
POINT = re.compile(r"[а-яё](?:\.\d)?", re.IGNORECASE)

CANCELLED = re.compile(
    r"снят\w{0,3}\s{1,3}со?\s{1,3}(?:рассмотрени|слушани)|отменен|отмена\b|не\s{1,3}состоял|исключен\w{0,3} из",
    re.IGNORECASE,
)
ADJOURNED = re.compile(r"отложен|отложить|перенес|перенос|перерыв", re.IGNORECASE)
DECISION_OVERTURNED = re.compile(
    r"(?:решени|приговор|постановлени|определени|мер)\w{0,6}\s.{0,60}отмен", re.IGNORECASE
)
HEARING = re.compile(
    r"^(?:\w+ ){0,2}?(?:заседани|слушани|собеседовани|разбирательств)|^подготовка дела \(собеседование\)"
    r"|^рассмотрение (?:дела|материал|ходатайств|жалоб|представлени|апелляци|кассаци)",
    re.IGNORECASE,
)
APPOINTED = re.compile(r"^(?:назначен|вынесен|извещени|подготовка к|протокол)", re.IGNORECASE)


def day_in(words: str) -> date | None:
    """The first day written dd.mm.yyyy that is in the calendar."""
    for found in DAY.finditer(words):
        try:
            return date(int(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            continue
    return None


def hour_in(words: str) -> time | None:
    """The hour written HH:MM, in a cell of its own also HH.MM; 00:00 is how sites write that none is set."""
    found = HOUR.search(words) or DOTTED_HOUR.fullmatch(words.strip())
    hour = time(int(found[1]), int(found[2])) if found else None
    return None if hour == MIDNIGHT else hour


def numbers_in(words: str) -> tuple[str, ...]:
    """The numbers of cases in the words, each once, in their order.

    >>> numbers_in("1-45/2026 (1-512/2025;) ~ М-77/2025, 7У-12/2026 [77-3/2026] и 5-УД26-12-К2")
    ('1-45/2026', '1-512/2025', 'М-77/2025', '7У-12/2026', '77-3/2026', '5-УД26-12-К2')
    """
    return tuple(dict.fromkeys(found[0] for found in NUMBER.finditer(words)))


def uids_in(words: str) -> tuple[str, ...]:
    """The unique case ids of a right form, each once; Cyrillic letters that look Latin are taken for Latin.

    A form is right when the letters after the region name a kind of court that exists.

    >>> uids_in("77RS0001-01-2026-000123-45 и 77ZZ0001-01-2026-000123-45")
    ('77RS0001-01-2026-000123-45',)
    """
    return tuple(dict.fromkeys(_uids(words)))


def _uids(words: str) -> Iterator[str]:
    for found in UID.finditer(words):
        region, kind, *rest = found.groups()
        kind = kind.translate(LIKE_LATIN)
        if kind in COURT_KINDS:
            yield f"{region}{kind}{rest[0]}-" + "-".join(rest[1:])


def articles_in(words: str) -> tuple[str, ...]:
    """The articles in the words, each once, as “УК 228.1 ч. 4 п. г”; “ст.” where no law is named.

    >>> articles_in("ст.30 ч.3, ст.228.1 ч.4 п.г УК РФ")
    ('УК 30 ч. 3', 'УК 228.1 ч. 4 п. г')
    >>> articles_in("КоАП: ст. 20.3.3 ч.1"), articles_in("Ст. 207.3, Ч. 2, П. Г, Д")
    (('КоАП 20.3.3 ч. 1',), ('ст. 207.3 ч. 2 п. г, д',))
    """
    laws = {found.lower() for found in LAW.findall(words)}
    found_all = list(ARTICLE.finditer(words))
    only = dict(LAWS)[laws.pop()] if len(laws) == 1 else ""
    return tuple(dict.fromkeys(_article(found, only or _law_near(words, found)) for found in found_all))


def _law_near(words: str, found: re.Match[str]) -> str:
    """The law that follows an article before the next one begins."""
    after = re.split(r"\bст(?:\.|атья|\b)|;", words[found.end() : found.end() + 60], maxsplit=1)[0]
    law = LAW.search(after)
    return dict(LAWS)[law[1].lower()] if law else ""


def _article(found: re.Match[str], law: str) -> str:
    number, part, points = found.groups()
    told = [law or "ст.", number, *(["ч.", part] if part else [])]
    if points:
        told += ["п.", ", ".join(POINT.findall(points.lower()))]
    return " ".join(told)


def state_of(result: str, reason: str = "") -> State:
    """What a result says about its hearing; the reason counts only where no result is written.

    >>> state_of(""), state_of("Заседание отложено"), state_of("Снято с рассмотрения"), state_of("Вынесен приговор")
    ('ahead', 'adjourned', 'cancelled', 'held')
    """
    words = (result or reason).replace("ё", "е")
    if not words:
        return "ahead"
    if CANCELLED.search(words) and not DECISION_OVERTURNED.search(words):
        return "cancelled"
    return "adjourned" if ADJOURNED.search(words) else "held"


def is_hearing(event: str) -> bool:
    """Whether an event of the movement is a hearing, and not the order that sets one.

    >>> is_hearing("Предварительное судебное заседание"), is_hearing("Назначено судебное заседание")
    (True, False)
    """
    return bool(HEARING.search(event)) and not APPOINTED.search(event)
