"""What the room does: finds what is to be carried and tells it."""

from peredacha.rooms.board.services.finding import Board, BoardFilters, board, places_on_board
from peredacha.rooms.board.services.telling import ToldBoard, told_board, told_places

__all__ = ["Board", "BoardFilters", "ToldBoard", "board", "places_on_board", "told_board", "told_places"]
