"""Chores of the room."""
