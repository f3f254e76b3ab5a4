"""The outside world, one file each: what is asked of it, the real one, and a kept one for tests and demos."""
