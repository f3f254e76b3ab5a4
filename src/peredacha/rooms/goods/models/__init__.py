"""Tables of the goods; none of them holds a person."""

from peredacha.rooms.goods.models.goods import LONGEST_NAME, MOST_GRAMS, Barcode, Good, Season, Unit
from peredacha.rooms.goods.models.papers import GoodPaper, PaperBook

__all__ = ["LONGEST_NAME", "MOST_GRAMS", "Barcode", "Good", "GoodPaper", "PaperBook", "Season", "Unit"]
