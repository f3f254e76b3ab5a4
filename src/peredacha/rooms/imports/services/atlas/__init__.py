"""Cards, facts and outcomes that travel between chapters as one file of lines, and nobody's name with them."""

from peredacha.rooms.imports.services.atlas.lines import AtlasErrors, WrongLine
from peredacha.rooms.imports.services.atlas.merging import Merged, atlas_text, merge_atlas

__all__ = ["AtlasErrors", "Merged", "WrongLine", "atlas_text", "merge_atlas"]
