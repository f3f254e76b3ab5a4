"""The board of the packers: what is to be carried, by day, state and place.

Who comes in: a packer or a coordinator with an hour and a car. What they leave with: the parcels that are due, and the
places for which something waits.
"""
