"""The page of a matter: its parts, what is done on them, how it ends."""
