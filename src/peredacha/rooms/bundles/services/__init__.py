"""What the room does."""

from peredacha.rooms.bundles.services.binding import (
    Arranged,
    Damage,
    KeptBack,
    Made,
    arranged,
    flaws,
    made_of,
    make,
    secret_among,
    taken_along,
)
from peredacha.rooms.bundles.services.packing import Kind, Packing, Shelf, read_shelf, save, take_away
from peredacha.rooms.bundles.services.telling import (
    NAMES,
    PackingLine,
    SectionLine,
    bundles_as_text,
    first_values,
    packing_lines,
    section_name,
    sections_of,
)

__all__ = [
    "NAMES",
    "Arranged",
    "Damage",
    "KeptBack",
    "Kind",
    "Made",
    "Packing",
    "PackingLine",
    "SectionLine",
    "Shelf",
    "arranged",
    "bundles_as_text",
    "first_values",
    "flaws",
    "made_of",
    "make",
    "packing_lines",
    "read_shelf",
    "save",
    "secret_among",
    "section_name",
    "sections_of",
    "take_away",
    "taken_along",
]
