"""Pages of the room: a rest, one matter, the chapter, the family's answers."""
