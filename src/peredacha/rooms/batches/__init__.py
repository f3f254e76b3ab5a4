"""Many parcels packed at once: proposed for everybody who waits, looked at, then taken, then printed."""
