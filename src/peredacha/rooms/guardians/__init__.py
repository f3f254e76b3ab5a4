"""Guardians: who watches over the keys, and what is done on the worst day.

Who comes in: a steward who gives or takes a seat; two who help a third back; anybody who must lock the house.
What they bring: a telephone call, a paper with words, a second pair of eyes.
What they leave with: circles of people who know each other, a key of last resort, a house closed in one step.
"""
