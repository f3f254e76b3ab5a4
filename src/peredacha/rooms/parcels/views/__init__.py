"""The pages of the room: a family and its helpers with one matter, and each parcel."""
