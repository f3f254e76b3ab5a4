"""Mentoring: who can stand by whom, with reasons, and how nobody is dropped.

Who comes in: a veteran with two free evenings; a coordinator with a family that waits.
What they bring: what the veteran lived through, how many families she can take, what she never wants again.
What they leave with: a match with its reasons in words, or a hand-over with the family's yes.
"""
