"""A short code that a hand can copy: it looks the same in Russian and Latin letters and shows a slip of the pen."""

LETTERS = "BKMHPCTX02345679"
"""Sixteen signs without a vowel; what looks like one of them is read as it."""
LENGTH = 7
BITS = 4 * LENGTH
"""Bits of the number behind a code; the eighth sign checks the others."""
ALIKE = str.maketrans("ВКМНРСТХОOЗЧБ8", "BKMHPCTX00346B")


def short_code(number: int) -> str:
    """The code of a number below 2**28, such as the first bits of a random id; its room keeps codes apart.

    >>> short_code(0xA5B0C7)
    'B3C4-B5X2'

    Raises ValueError for a number that is too large.
    """
    if not 0 <= number < 1 << BITS:
        raise ValueError("the number of a code has 28 bits")
    places = [number >> 4 * place & 15 for place in reversed(range(LENGTH))]
    code = "".join(LETTERS[place] for place in (*places, _check(places)))
    return f"{code[:4]}-{code[4:]}"


def read_code(typed: str) -> str | None:
    """The code that somebody typed, in either alphabet, with or without its dash; None where it can be none.

    >>> read_code("вЗс4 в5х2")
    'B3C4-B5X2'
    """
    code = "".join(one for one in typed.upper().translate(ALIKE) if one.isalnum())
    if len(code) != LENGTH + 1 or set(code) - set(LETTERS):
        return None
    *places, check = (LETTERS.index(one) for one in code)
    return f"{code[:4]}-{code[4:]}" if check == _check(places) else None


def _check(places: list[int]) -> int:
    """One wrong sign, or two that changed places, give another one: sums over a field of sixteen elements."""
    found = 0
    for place in places:
        found = _doubled(found ^ place)
    return found


def _doubled(element: int) -> int:
    return element << 1 ^ (0b10011 if element & 8 else 0)
