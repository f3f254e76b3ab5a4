"""The shelves of a chapter: what lies where, what came, what was packed. No person stands in this room, ever.

Comes in: a packer with a box. Leaves with: every piece on a shelf, or the one thing that is short. The truth is a list
of events; what lies on a shelf is their sum.
"""
