"""Five small reckonings. Somebody brings a few days and numbers, and leaves with a date, its law and its doubts.

Nothing is kept: what was typed travels in the body of one request and comes back on the same page.
"""
