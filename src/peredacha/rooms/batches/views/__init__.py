"""Pages of the room: a new batch, its boxes, its papers, the code on a paper."""
