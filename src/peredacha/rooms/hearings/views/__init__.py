"""The pages of the room, one module a noun: listing, spoken, cards, opening, public."""
