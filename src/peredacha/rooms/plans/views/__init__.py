"""The pages of the room, one module a step: choosing, writing, the paper, the lawyer."""
