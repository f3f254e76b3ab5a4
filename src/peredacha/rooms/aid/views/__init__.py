"""The pages of the room: the list, one offer, its papers, its files."""
