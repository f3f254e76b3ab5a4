"""Imports: a chapter brings a table of cards, sees what would change, and can take it back.

Who comes in: a coordinator with a spreadsheet in hand, a few times a year; the host who loads a chapter.
What they bring: two CSV files of cards and facts, or a chapter folder.
What they leave with: a report line by line; all rows written or none; a number by which everything that an
import did can be taken back to the last byte.
"""
