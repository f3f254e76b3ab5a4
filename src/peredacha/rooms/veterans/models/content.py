"""What stands in a veteran's card; it exists in clear only while a page is made."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from pydantic import TypeAdapter

Words = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, repr=False)
class ProfileContent:
    """What a veteran tells of herself, and what the house keeps beside it. Empty means "not told".

    Keys are those of the plan's questions (stages, kinship, regimes, topics), of facility cards, and of
    the land's groups of articles. ``articles`` are written ``"228.1"`` or ``"228.1/3"``.
    """

    languages: Words = ()
    stages: Words = ()
    articles: Words = ()
    groups: Words = ()
    facilities: Words = ()
    places: Words = ()
    """Places that have no card, in her own words."""
    regimes: Words = ()
    kin: Words = ()
    topics: Words = ()
    was_inside: bool | None = None
    gender: Literal["", "woman", "man"] = ""
    region: str = ""
    town: str = ""
    capacity: int | None = None
    """How many families at a time; None: not told."""
    never: Words = ()
    """Groups and topics that she never wants to meet again."""
    conflict_tags: Words = ()
    """Fingerprints of her own cases; the numbers themselves are not kept."""
    note: str = ""
    resting: bool = False
    asked_on: str = ""
    """Day on which a family was last proposed to her."""
    leaving: Words = ()
    """Matters that she hands over, by their random names."""

    def packed(self) -> dict[str, Any]:
        """As the content of a sealed row."""
        return asdict(self)

    @classmethod
    def unpacked(cls, content: Mapping[str, Any]) -> "ProfileContent":
        """From the content of a sealed row; raises ValueError on anything else."""
        return READER.validate_python(content)


READER: TypeAdapter[ProfileContent] = TypeAdapter(ProfileContent)
