"""Desk: the queue of the shift, the page of one matter, and the family's own page.

Who comes in: a coordinator on shift, a veteran, a lawyer; a relative with a code of words.
What they bring: their keys.
What they leave with: what is most urgent now, who holds it, and what happens next by when. It reads every room and
owns no table.
"""
