"""Each command parses its arguments, calls one reading and prints counts."""
