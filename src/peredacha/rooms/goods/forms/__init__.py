"""What is typed about a thing."""

from peredacha.rooms.goods.forms.goods import CodeForm, GoodForm
from peredacha.rooms.goods.forms.papers import PaperForm

__all__ = ["CodeForm", "GoodForm", "PaperForm"]
