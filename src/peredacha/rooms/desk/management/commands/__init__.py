"""The commands of the desk, one file each."""
