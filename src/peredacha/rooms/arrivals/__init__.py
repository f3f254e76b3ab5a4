"""Arrivals: every way in that a helper of the reception writes down.

Who comes in: a helper with a telephone at the ear, a paper letter, or a letter by e-mail.
What they bring: a few lines typed while somebody speaks; a file.
What they leave with: a matter like every other one, hints who may be here already, eight words for the caller,
two matters made one and parted again.
"""
