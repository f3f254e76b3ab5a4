"""Chores of the house that call every room."""
