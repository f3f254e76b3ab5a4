"""Vault: who can open what, proved by keys and by nothing else.

Who comes in: every room that keeps a personal fact; a steward who gives or takes a seat in a circle; anybody who
must lock the house.
What they bring: the keys that a person opened by signing in.
What they leave with: the data keys that were sealed to them, rows that open only in their own place, a house that
can be closed in one step.
"""
