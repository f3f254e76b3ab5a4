"""The pages of the desk, one module a reader: the shift, a matter, the family."""
