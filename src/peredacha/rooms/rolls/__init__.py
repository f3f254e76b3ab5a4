"""Rolls: a mass detention, a thousand names, and several helpers who write at once.

Who comes in: helpers of the reception, each with a telephone or a pasted list.
What they bring: names as they come, one police station after another.
What they leave with: who was found, released, charged, what is missing, lists for paper, and ordinary matters.
"""
