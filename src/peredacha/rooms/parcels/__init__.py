"""Parcels: from the wish to the day when it is known what became of it, one step after another.

Who comes in: a family that asks for a parcel, a helper of its matter, a packer who may know for whom she packs.
What they bring: a wish, the prisoner's own yes, the place, a day at the window, a receipt, a refusal and its reason.
What they leave with: who holds it and what is next; what a window refused stands on its card, without any person.
Two weeks after its end a parcel is erased; only counters stay.
"""
