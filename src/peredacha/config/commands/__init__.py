"""What each word of the command ``peredacha`` does."""
