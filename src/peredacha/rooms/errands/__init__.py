"""Errands: what is carried to one person – parcels, letters, visits – and the one counter of the law for all of them.

Who comes in: the family, its helpers, a packer who may know for whom she packs and nothing more.
What they bring: name and place for the label, regime and admission for the counter, an illness, a size; what was used.
What they leave with: how many parcels, packets and visits are left this year, and a place that nobody takes twice.
"""
