"""Dates that stand in a family's own calendar and move by themselves, and letters that say a day is near."""
