"""What the room does."""

from peredacha.rooms.goods.services.doors import PAGES, chapter_of, packers, with_good
from peredacha.rooms.goods.services.goods import (
    GoodDraft,
    add_code,
    add_good,
    change_good,
    name_of_form,
)
from peredacha.rooms.goods.services.papers import (
    PaperLine,
    attach_paper,
    can_keep_papers,
    find_paper,
    papers_of,
    remove_paper,
)
from peredacha.rooms.goods.services.tables import Loaded, load_table, number

__all__ = [
    "PAGES",
    "GoodDraft",
    "Loaded",
    "PaperLine",
    "add_code",
    "add_good",
    "attach_paper",
    "can_keep_papers",
    "change_good",
    "chapter_of",
    "find_paper",
    "load_table",
    "name_of_form",
    "number",
    "packers",
    "papers_of",
    "remove_paper",
    "with_good",
]
