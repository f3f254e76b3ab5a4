"""Hearings: a date said in a corridor, the court's own card, a door open to the public; and every date as it stands.

Who comes in: a mother with a phone in a corridor, a helper with the text of a court's page.
What they leave with: one date that moves everywhere at once, and what changed since the last card.
"""
