"""Names in Latin letters as Russian passports have them, and back again as guesses.

Forward is the table of ICAO Doc 9303 (Part 3, section 6, Cyrillic), which the administrative rules for passports take
over: приказы МИД России от 12.02.2020 № 2113 and № 2114 (their annex was read in an excerpt; the order of the Ministry
of the Interior now in force for passports issued inside Russia is **unverified, a lawyer must check**). Ь is left out.

Backward many letters are lost (е, ё and э are all E; ь is nothing), so it gives candidates, the likeliest first: good
for a hint in a search, never for a paper. It also reads spellings of earlier rules (приказ МВД 1997 № 310: ya, yu;
ГОСТ Р 52535.1-2006: tc) and of habit (x, w).
"""

import heapq
from collections.abc import Iterable, Iterator
from types import MappingProxyType

LATIN = MappingProxyType(
    dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziiklmnoprstufye", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ъ": "ie", "ь": "", "ю": "iu", "я": "ia"}
)
LONGEST, MOST_STEPS = 40, 4000
LIKELY, SELDOM, RARE, NEVER = 0.0, 1.0, 2.0, 4.0

_READINGS = """
a а | b б | v в | g г | d д | z з | k к | l л | m м | n н | o о | p п | r р | s с | t т | u у | f ф
zh ж | kh х | ts ц тс:1 | ch ч | sh ш | shch щ | tc ц:0.5 тц:1 тк:2 | ph ф:0.5
e е ё:1.2 э:1.4
i и й:1.5 | y ы й:0.8 ий:1.6 | ia я иа:1.6 | iu ю иу:2 | ie ие:0.2 ъ:2.5 ье:1.5 | yo ё:0.4 | ye е:0.5 ье:1
ya я:0.4 ья:1 | yu ю:0.4 ью:1 | ai ай:0.3 аи:0.8 | oi ой:0.3 ои:0.8 | ei ей:0.3 еи:0.8
ui уй:0.3 уи:0.8 | ii ий:0.3 ии:1
iia ия | aia ая:0.1 | eia ея | yi ый:0.2 ыи:2 | aiia айя | ay ай:0.5 | oy ой:0.5 | ey ей:0.5 | iy ий:0.4 | x кс:0.5
w в:0.8 | j й:1 дж:1 ж:1.5 | c к:1 ц:1 | ck к:1 | h х:1 г:1.2 | q к:1 | ' ь:0.1 | ’ ь:0.1 | - - | oo у:1
"""


def _readings() -> dict[str, tuple[tuple[str, float], ...]]:
    """Latin letters to what they may stand for, each with its cost."""
    found = {}
    for entry in _READINGS.replace("\n", "|").split("|"):
        if entry.strip():
            latin, *russian = entry.split()
            pairs = (one.partition(":") for one in russian)
            found[latin] = tuple((text, float(cost or LIKELY)) for text, _, cost in pairs)
    return found


READINGS = MappingProxyType(_readings())
LONGEST_READING = max(map(len, READINGS))
SPLIT = 1.2
SOFTENED = MappingProxyType({"л": 0.7, "н": 1.3, "р": 1.3, "с": 1.4, "т": 1.5, "д": 1.7, "з": 1.5, "м": 2.2})
EDGES = ("", " ", "-")
CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")


def passport_latin(name: str) -> str:
    """The name in Latin letters; capitals as in the original, other signs as they are.

    >>> passport_latin("Щукина Ксения"), passport_latin("ПОДЪЯЧЕВ")
    ('Shchukina Kseniia', 'PODIEIACHEV')
    """
    return "".join(_letter(sign, name) for sign in name)


def _letter(sign: str, name: str) -> str:
    latin = LATIN.get(sign.lower())
    if latin is None:
        return sign
    if not sign.isupper():
        return latin
    return latin.upper() if name.isupper() and len(name) > 1 else latin.capitalize()


def russian_candidates(latin: str, known: Iterable[str] = (), limit: int = 10) -> tuple[str, ...]:
    """What a Latin name may be in Russian, the likeliest first; at most ``limit``.

    Names of ``known`` that give exactly this spelling come before all guesses. Words are read one by one and
    combined; nothing is found for a text longer than 40 letters or without Latin letters.

    >>> russian_candidates("Kseniia")[0], russian_candidates("Olga", known=["Ольга", "Олег"])[0]
    ('Ксения', 'Ольга')
    """
    folded = latin.strip().lower()
    if not 0 < len(folded) <= LONGEST or not folded.isprintable():
        return ()
    exact = [name for name in known if passport_latin(name).lower() == folded]
    guesses = [_capitals(text) for text in _best(folded, limit)]
    return tuple(dict.fromkeys([*exact, *guesses]))[:limit]


def _best(latin: str, limit: int) -> list[str]:
    """The cheapest readings of the whole text, found by going on from the cheapest beginning."""
    waiting: list[tuple[float, int, str]] = [(LIKELY, 0, "")]
    found: dict[str, None] = {}
    for _ in range(MOST_STEPS):
        if not waiting or len(found) >= limit:
            break
        cost, at, text = heapq.heappop(waiting)
        if at == len(latin):
            found.setdefault(text)
            continue
        for step, read, more in _steps(latin, at, text):
            heapq.heappush(waiting, (cost + more, at + step, text + read))
    return list(found)


def _steps(latin: str, at: int, text: str) -> Iterator[tuple[int, str, float]]:
    if latin[at] == " ":
        yield 1, " ", LIKELY
    parts = [latin[at : at + length] for length in range(LONGEST_READING, 0, -1)]
    readable = dict.fromkeys(part for part in parts if part in READINGS)
    for place, part in enumerate(readable):
        for read, cost in READINGS[part]:
            price = cost + _strange(text, read) + (SPLIT if place else LIKELY)
            yield len(part), read, price
            if read[-1:] in SOFTENED and _may_soften(latin[at + len(part) : at + len(part) + 1]):
                yield len(part), read + "ь", price + SOFTENED[read[-1:]]


def _may_soften(following: str) -> bool:
    return not following or following not in "aouey"


def _strange(text: str, read: str) -> float:
    """What Russian seldom has: ь or ы at the beginning, й after a consonant; э at the beginning it likes."""
    before = text[-1:]
    if read[:1] == "ь" and before not in CONSONANTS:
        return NEVER
    if read == "э" and before in EDGES:
        return -0.6
    if read[:1] == "й" and (before in CONSONANTS or before in EDGES):
        return RARE
    if read[:1] == "ы" and (not before or before not in CONSONANTS or before in "гкхжшчщ"):
        return SELDOM
    return LIKELY


def _capitals(text: str) -> str:
    return " ".join("-".join(half.capitalize() for half in word.split("-")) for word in text.split(" "))
