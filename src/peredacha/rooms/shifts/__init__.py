"""Shifts: the queue of a chapter, a helper's own list, and the book of the shift.

Who comes in: a coordinator on shift; a veteran or a lawyer who looks for the own families.
What they bring: their keys.
What they leave with: what is most urgent now, who is at it, the next one to take, and what the last shift left. It
reads every room below and owns no table.
"""
