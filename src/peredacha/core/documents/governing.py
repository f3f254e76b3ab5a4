"""Which case a Russian word before a fact asks for: a small table of prepositions and of verbs that papers use."""

import re
from collections.abc import Mapping
from types import MappingProxyType

GENITIVE, DATIVE, ACCUSATIVE = "genitive", "dative", "accusative"
INSTRUMENTAL, PREPOSITIONAL, NOMINATIVE = "instrumental", "prepositional", "nominative"

_TABLE = {
    (GENITIVE,): (
        "в отношении; в интересах; в защиту; в адрес; со стороны; в пользу; по ходатайству; на имя; с участием; из; "
        "от; для; без; до; против; около; у; после; кроме; вместо; из-за; внутри; вследствие; относительно; "
        "вина; жалоба; жалобу; действия; действий; бездействие; администрация; администрации; администрацию; здоровье; "
        "здоровья; дело; постановление; постановления; постановлением; содержание; содержания; подпись"
    ),
    (DATIVE,): (
        "к; ко; согласно; вопреки; благодаря; сообщить; разрешить; запретить; поручить; отказать; передать; вручить; "
        "назначить; направить копию; разъяснить; оказать; выдать; обеспечить"
    ),
    (ACCUSATIVE,): (
        "через; про; обязать; освободить; этапировать; перевести; поместить; уведомить; известить; признать; вызвать; "
        "допросить; осмотреть; привлечь; допустить; посещать; навестить; включить; прошу обязать"
    ),
    (
        INSTRUMENTAL,
    ): "перед; над; между; вынесенное; вынесенного; вынесенным; принятое; подано; утверждено; заявлено",
    (PREPOSITIONAL,): "о; об; обо; при",
    (ACCUSATIVE, PREPOSITIONAL): "в; во; на",
    (GENITIVE, INSTRUMENTAL): "с; со",
    (DATIVE, PREPOSITIONAL): "по",
    (ACCUSATIVE, INSTRUMENTAL): "за; под",
}
GOVERNING: Mapping[str, frozenset[str]] = MappingProxyType(
    {word.strip(): frozenset(cases) for cases, words in _TABLE.items() for word in words.split(";")}
)
MOST_WORDS = max(len(words.split()) for words in GOVERNING)
LAST_WORDS = re.compile(r"[\w-]+")


def cases_after(words: str) -> tuple[str, frozenset[str]] | None:
    """The word that rules what stands behind ``words``, and the cases that it allows; None where none rules.

    >>> cases_after("Прошу разрешить свидание с защитником, а также сообщить ")[0]
    'сообщить'
    >>> cases_after("Дело находится, ") is None
    True
    """
    if not re.search(r"[\w-]\s+$", words):
        return None
    found = LAST_WORDS.findall(words.lower())
    for length in range(min(MOST_WORDS, len(found)), 0, -1):
        ruling = " ".join(found[-length:])
        if ruling in GOVERNING:
            return ruling, GOVERNING[ruling]
    return None
