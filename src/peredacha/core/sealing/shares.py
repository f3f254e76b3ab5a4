"""A secret shared among holders as words (SLIP-39): any k of them together read it, fewer learn nothing.

The words are English, 20 for a secret of 16 bytes and 33 for 32; four letters are enough for each. Limits:
who once held k shares has the secret for ever, also after a new split.
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from shamir_mnemonic import MnemonicError, Share, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.wordlist import WORDLIST

from peredacha.core.language import Phrase, phrase, plural_phrase

SECRET_BYTES = (16, 32)
SHARE_WORDS = (20, 33)
HOLDERS = range(1, 17)
ENOUGH_LETTERS = 4
TYPED_AT_MOST = 2000
SHOWN_AT_MOST = 24
WORDS: tuple[str, ...] = tuple(WORDLIST)


class WrongShares(Exception):
    """These shares do not give a secret; ``said`` tells the person in one sentence what to do."""

    def __init__(self, said: Phrase) -> None:
        super().__init__()
        self.said = said


def split_secret(secret: bytes, *, needed: int, holders: int) -> tuple[str, ...]:
    """One share a holder; any ``needed`` of them give back ``secret`` [16 or 32 bytes].

    Raises ValueError for another length, for more than 16 holders, for more needed than there are, and for
    one needed of several holders: that would be copies, not shares.
    """
    if len(secret) not in SECRET_BYTES:
        raise ValueError(f"a secret of {len(secret)} bytes cannot be shared")
    if holders not in HOLDERS or not 1 <= needed <= holders or (needed == 1 < holders):
        raise ValueError(f"{needed} of {holders} cannot be shared")
    (shares,) = generate_mnemonics(1, [(needed, holders)], secret, b"", True, 0)
    return tuple(shares)


def join_shares(shares: Sequence[str]) -> bytes:
    """The secret of a split, from any sufficient number of its shares, in any order; raises WrongShares."""
    read = {_read(typed, number): None for number, typed in enumerate(shares, 1)}
    _check_together(list(read))
    needed = next(iter(read)).member_threshold
    if len(read) < needed:
        raise WrongShares(_too_few(needed - len(read)))
    try:
        secret: bytes = combine_mnemonics([share.mnemonic() for share in list(read)[:needed]])
    except MnemonicError as error:
        raise WrongShares(_mixed()) from error
    return secret


def _read(typed: str, number: int) -> Share:
    tokens = re.findall(r"[^\W\d_]+", typed[:TYPED_AT_MOST].casefold())
    if len(tokens) not in SHARE_WORDS:
        raise WrongShares(_wrong_number(number, len(tokens)))
    words = [_word(token, number, place) for place, token in enumerate(tokens, 1)]
    try:
        return Share.from_mnemonic(" ".join(words))
    except MnemonicError as error:
        raise WrongShares(
            phrase(
                "In share {number} one word is not as on the paper. Please compare them, also their order.",
                number=number,
            )
        ) from error


def _word(token: str, number: int, place: int) -> str:
    starts = [word for word in WORDS if word.startswith(token)] if len(token) >= ENOUGH_LETTERS else []
    if len(starts) == 1:
        return starts[0]
    raise WrongShares(_unknown_word(token[:SHOWN_AT_MOST], number, place))


def _check_together(read: list[Share]) -> None:
    """One split gives shares of one family, each with its own place; anything else is a mixture."""
    if not read:
        raise WrongShares(phrase("Please type the words of at least one share."))
    if len({share.group_parameters() for share in read}) > 1:
        raise WrongShares(_mixed())
    if len({share.index for share in read}) < len(read):
        raise WrongShares(_mixed())


def _too_few(missing: int) -> Phrase:
    return plural_phrase("{count} more share is needed.", "{count} more shares are needed.", missing)


def _mixed() -> Phrase:
    return phrase("These shares come from different splits. Please take papers with the same date.")


def _wrong_number(number: int, typed: int) -> Phrase:
    return plural_phrase(
        "Share {number} should have 20 or 33 words, and {count} word was typed. Please type all of them.",
        "Share {number} should have 20 or 33 words, and {count} words were typed. Please type all of them.",
        typed,
        number=number,
    )


def _unknown_word(token: str, number: int, place: int) -> Phrase:
    near = get_close_matches(token, WORDS, n=3)
    if near:
        return phrase(
            "In share {number}, word {place}, “{word}”, is not in the list. Did you mean: {words}?",
            number=number,
            place=place,
            word=token,
            words=", ".join(near),
        )
    return phrase(
        "In share {number}, word {place}, “{word}”, is not in the list. Please compare it with the paper.",
        number=number,
        place=place,
        word=token,
    )
