"""Floor 4: the front door: environment, settings, addresses, navigation and commands."""
