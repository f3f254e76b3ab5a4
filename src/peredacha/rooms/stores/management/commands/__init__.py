"""The commands of the room, one file each."""
