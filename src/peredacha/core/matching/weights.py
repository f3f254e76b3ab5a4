"""All points in one place; ``docs/methods/matching.md`` says why, and a test compares the two."""

POINTS = {
    "place": 30,
    "article": 24,
    "part": 6,
    "group": 10,
    "stage": 16,
    "wish": 14,
    "topic": 12,
    "kin": 10,
    "regime": 6,
    "region": 5,
    "language": 4,
    "space": 2,
    "rested": 1,
}
"""Points of a fit by row; ``wish`` for each wish that is met, ``space`` for each free place, ``rested`` for a week."""

SPACES = 3
"""Free places beyond this number add nothing."""

WEEKS = 4
"""Weeks without being asked beyond this number add nothing; who was never asked gets this many."""

CROSS_POINTS = {"place": 30, "article": 24, "passed": 16, "stage": 8, "language": 4}
"""What one family can give another; each direction is counted by itself."""

DAYS_FOR_HELP = 14
"""Each help that a family already had puts its turn back by so many days."""
