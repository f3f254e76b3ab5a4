"""Floor 3: one room for each part of the mission, stacked from the roof down."""
