"""Pages: circles, renewal, keys, the key of last resort, the lock of the house."""
