"""Plans: a paper for a matter is filled from facts told once, read by a lawyer, handed in, answered.

Who comes in: the family, its helpers, a lawyer whom the matter was shown.
What they bring: the few facts that nobody has told yet.
What they leave with: a paper that can be made again word for word, and the day by which it must be answered.
"""
