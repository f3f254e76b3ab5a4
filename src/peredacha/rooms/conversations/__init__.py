"""Conversations: sealed talk between a family and its helpers, and among the helpers.

Who comes in: the family, the veteran, a lawyer with a grant.
What they bring: a message, a photograph, a voice note.
What they leave with: an answer; and a notice that says nothing but that there is something to read.
"""
