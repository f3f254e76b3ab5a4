"""Journal: who did what on which day, without personal data, in a chain that shows a missing link.

Who comes in: every room, with one line for each act; the circle of a matter, which sees who opened it; a
coordinator at the end of the month; a host who doubts the database.
What they bring: the name of an act, a pseudonym, a tag, and what they sealed themselves.
What they leave with: their own lines, counts that outlive what was erased, or the number of the first wrong line.
"""
