"""What stands before every page: the closed house."""
