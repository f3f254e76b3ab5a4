"""Peredacha: a family gets a dated plan, and the law behind it, in three minutes."""
