"""What the room does: writes down calls and letters, gives families their words, merges and parts matters."""

from peredacha.rooms.arrivals.services.acting import author_of, take_ticket
from peredacha.rooms.arrivals.services.merging import let_go
from peredacha.rooms.arrivals.services.wording import ToldHint, matter_url, told_hint
from peredacha.rooms.arrivals.services.writing import begun

__all__ = ["ToldHint", "author_of", "begun", "let_go", "matter_url", "take_ticket", "told_hint"]
