"""The pages of the room: the rolls, and one police station."""
