"""Tallies: what was done and what it cost, counted so that nobody can be found in it.

Who comes in: anybody who asks what one parcel costs; a coordinator with receipts.
What they bring: sums from receipts; higher rooms write what was done.
What they leave with: the cost of one parcel, a monthly report in kind; the numbers stay when recipients are erased.
"""
