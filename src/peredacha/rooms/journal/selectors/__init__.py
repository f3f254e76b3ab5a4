"""What the journal answers: entries of a matter, counts of a month, whether the chain is whole."""

from peredacha.rooms.journal.selectors.chain import Mark, Verdict, Wrong, verify_chain
from peredacha.rooms.journal.selectors.counts import acts_in, counters_for
from peredacha.rooms.journal.selectors.entries import entries_for

__all__ = ["Mark", "Verdict", "Wrong", "acts_in", "counters_for", "entries_for", "verify_chain"]
