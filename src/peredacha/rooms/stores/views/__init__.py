"""Pages of the store: one question each, two taps for the usual."""
