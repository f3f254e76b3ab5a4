"""Paper mail: three thousand letters a year, each looked at on the day it comes, none lost, none left lying.

Who comes in: a coordinator with a sack of letters and a telephone with a camera.
What they bring: a letter, its photos, four short answers: danger, a paper with a term, what is asked for, who writes.
What they leave with: a number to write on the paper; the letter in a matter, a parcel asked for, a term that is kept.
"""
