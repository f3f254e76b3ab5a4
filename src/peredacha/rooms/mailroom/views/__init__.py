"""Pages of paper mail."""
