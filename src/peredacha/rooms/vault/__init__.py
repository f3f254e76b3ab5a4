"""Vault: who can open what, proved by keys and by nothing else.

Who comes in: every room that keeps a personal fact.
What they bring: the keys that a person opened by signing in.
What they leave with: the data keys that were sealed to them, rows that open only in their own place, and nothing
while the house is closed.
"""
