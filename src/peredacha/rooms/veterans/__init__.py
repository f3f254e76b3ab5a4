"""Veterans: the card of each, sealed to her and to the reception of her chapter.

Who comes in: a veteran with an hour; above, the room that finds who can stand by whom.
What they bring: what she lived through, how many families she can take, what she never wants again.
What they leave with: a card that no stranger opens, and nothing of it in clear but that there is one.
"""
