"""The pages of the room, one module a thing: files, notices."""
