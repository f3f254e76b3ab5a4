"""What others may read of the goods."""

from peredacha.rooms.goods.selectors.codes import WRONG_CODE, code_of, looks_like_code
from peredacha.rooms.goods.selectors.goods import (
    class_choices,
    find_good,
    good_of_code,
    goods_of,
    in_pieces,
    kinds_in_words,
    known_good,
    name_of,
    thing_choices,
    weight_in_words,
)

__all__ = [
    "WRONG_CODE",
    "class_choices",
    "code_of",
    "find_good",
    "good_of_code",
    "goods_of",
    "in_pieces",
    "kinds_in_words",
    "known_good",
    "looks_like_code",
    "name_of",
    "thing_choices",
    "weight_in_words",
]
