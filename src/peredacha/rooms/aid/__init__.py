"""Aid: a whole place is offered food and things; nobody inside is named.

Who comes in: a packer or a coordinator with goods for everybody in a colony.
What they bring: a list with weights, certificates and receipts, and what the place answered, day by day.
What they leave with: a letter of offer, the next day to look at, a complaint after a refusal, a counter.
"""
