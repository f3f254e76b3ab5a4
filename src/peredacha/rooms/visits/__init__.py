"""Visits: who goes to see a prisoner, with which permission, on which day, in whose car; and whom nobody visits.

Who comes in: a family that wants a visit, its helpers, a packer who finds seats, a driver who offers them.
What they bring: a kind and a day, who goes, a permission, free seats to a place on a day.
What they leave with: what to ask and to bring, a place in the counter, a seat that nobody is sold twice.
"""
