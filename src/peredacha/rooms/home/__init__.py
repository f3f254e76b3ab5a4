"""Home: the family's own page.

Who comes in: a relative with a code of eight words.
What they bring: their words, and what has happened since.
What they leave with: who stands by them and what happens next by when, the talk, a yes or a no, everything in one
file, or everything erased. It calls every room when a matter is erased, and owns no table.
"""
