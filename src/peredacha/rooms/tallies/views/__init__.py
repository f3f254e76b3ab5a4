"""The pages of the room: for everybody, and for helpers."""
