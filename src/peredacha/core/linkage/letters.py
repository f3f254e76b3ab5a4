"""Letters made alike: two spellings of one sound become one, whether typed in Cyrillic or in Latin letters."""

import re
import unicodedata

LOOK_ALIKE = dict(zip("aeocpxykmthb", "аеосрхукмтнв"))
AS_CYRILLIC = str.maketrans(LOOK_ALIKE)
AS_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in LOOK_ALIKE.items()})

FOREIGN = str.maketrans(
    {
        **dict(zip("іїєґҳқғўӣӯәңөұүһ", "ииегхкгуиуаноуух")),
        **dict(zip("ıəğşçščž", "иагшчшчж")),
        **{"ӏ": "", "ҷ": "дж", "ß": "с"},
    }
)
TURKIC_O = re.compile("o[ʻʼ'’‘`]")
IN_LATIN = re.compile("[a-zà-ɏ]")
MIXED = re.compile(r"[a-z]+[а-яё]|[а-яё]+[a-z]")
WORD = re.compile(r"[a-zа-яё]+")

LATIN = {
    **{
        "shch": "ш",
        "sch": "ш",
        "tch": "ч",
        "dzh": "дж",
        "dj": "дж",
        "zh": "ж",
        "kh": "х",
        "ch": "ч",
        "sh": "ш",
    },
    **{"ts": "ц", "tz": "ц", "yo": "е", "jo": "е", "ph": "ф", "th": "т", "ck": "к"},
    **{"ce": "це", "ci": "ци", "cy": "ци", "off": "ов", "eff": "ев", "x": "х"},
    **dict(zip("abcdefghijklmnopqrstuvwyz", "абкдефгхииклмнопкрстуввиз")),
}
FROM_LATIN = re.compile("|".join(sorted(LATIN, key=len, reverse=True)).replace("ff|", r"ff\b|"))

SOFT_O = re.compile("[йь]о")
SOUNDS = str.maketrans(
    {"я": "иа", "ю": "иу", "э": "е", "ё": "е", "ы": "и", "й": "и", "щ": "ш", "ъ": "", "ь": ""}
)
TOGETHER = (("ие", "е"), ("кс", "х"), ("тс", "ц"), ("тц", "ц"), ("сч", "ш"), ("дж", "ж"))
HUSHED_O = re.compile("(?<=[чшж])о")
TWICE = re.compile(r"(.)\1+")
UNSETTLED = re.compile(r"ие|кс|тс|тц|сч|дж|[чшж]о|(.)\1")
NOT_LETTERS = re.compile("[^а-я]+")


def fold(text: str) -> str:
    """The text as a key of small Cyrillic letters without spaces; equal for two spellings of one name.

    It is for comparing, never for showing. ё and е, й and и, case, hyphens and double letters do not
    count; Latin letters are read by passport and common transliterations, look-alikes by their look.

    >>> fold("Щёкин-Юрьев"), fold("Shchekin Yuryev"), fold("Соловьёва") == fold("SOLOVIEVA")
    ('шекиниурев', 'шекиниурев', True)
    """
    return alike(cyrillic(text))


def cyrillic(text: str) -> str:
    """The text in small letters with every Latin letter put into Cyrillic, spaces and signs kept."""
    small = unicodedata.normalize("NFC", text.casefold())
    small = TURKIC_O.sub("u", small).translate(FOREIGN)
    if IN_LATIN.search(small):
        small = WORD.sub(_one_script, small) if MIXED.search(small) else small
        plain = unicodedata.normalize("NFD", small)
        small = "".join(sign for sign in plain if not unicodedata.combining(sign))
        small = FROM_LATIN.sub(lambda found: LATIN[found[0]], small)
    return small


def alike(small: str) -> str:
    """The key of a text that :func:`cyrillic` gave; the same key again where it is given a key."""
    key = NOT_LETTERS.sub("", SOFT_O.sub("е", small).translate(SOUNDS))
    while UNSETTLED.search(key):
        for sounds, sound in TOGETHER:
            key = key.replace(sounds, sound)
        key = TWICE.sub(r"\1", HUSHED_O.sub("е", key))
    return key


def _one_script(found: re.Match[str]) -> str:
    """A word of both scripts in the one it was meant in: letters that only look so are changed."""
    word = found[0]
    latin = {sign for sign in word if sign.isascii()}
    if latin <= LOOK_ALIKE.keys():
        return word.translate(AS_CYRILLIC)
    if {sign for sign in word if not sign.isascii()} <= set(LOOK_ALIKE.values()):
        return word.translate(AS_LATIN)
    return word
