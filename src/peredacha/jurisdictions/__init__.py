"""Floor 2: the law of a land as text files, and one loader that finds every error in one run."""
