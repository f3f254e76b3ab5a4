"""Each command parses its arguments, calls one service and prints counts."""
