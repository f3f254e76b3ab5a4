"""Desk: the page of one matter.

Who comes in: a coordinator, a veteran, a lawyer whom the family let in.
What they bring: their keys.
What they leave with: everything about one family on one page, what was said, what is promised by when, who may read.
It reads every room below and owns no table.
"""
