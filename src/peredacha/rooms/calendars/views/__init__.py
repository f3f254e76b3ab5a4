"""The pages of the room, and what a phone fetches."""
