"""Pages of the room: for who writes, for the desk of letters, for answers, for a family."""
