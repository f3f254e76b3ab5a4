"""Commands of the imports room."""
