"""The pages of the shift: the queue and the own list, changes of many and the hand-over."""
