"""Matters: one family and everything it told, sealed fact by fact.

Who comes in: a relative who asks for a person; a helper who writes down a call or a letter.
What they bring: as little as possible: what happened, what is needed, perhaps a way to be reached.
What they leave with: a matter whose every fact opens only for the people who stand by it, a card for the queue
of the reception, and a clock that erases it.
"""
