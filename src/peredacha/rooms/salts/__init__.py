"""Salts: the small part without which what was sealed does not open, kept apart so that old backups forget.

Who comes in: a room that seals something of a person, and a room that erases it.
What they bring: the random name of a safe or of a family's key.
What they leave with: 32 random bytes that stand in a database file of their own; or the certainty that they are gone.
"""
