"""Floor 1: what is computed. Pure Python that knows no framework, no clock and no network."""
