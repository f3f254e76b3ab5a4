"""Facilities: where a person may be held, and how its windows really work.

Who comes in: a relative who looks for somebody, or who carries a parcel tomorrow; a coordinator with a
table of facilities in hand.
What they bring: a region, a name or a part of it; the coordinator brings CSV files and a chapter folder.
What they leave with: one card: the address, the telephones, the windows with their days, what each window
wants, and *rule* and *practice* apart, each with the day when somebody last confirmed it. The coordinator
leaves with a report line by line, and with a way back.
"""
