"""Pages of the room: one box, many boxes, papers, the code on a paper."""
