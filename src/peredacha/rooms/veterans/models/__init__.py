"""Tables of the room: one sealed card of each veteran, and what stands in it."""

from peredacha.rooms.veterans.models.content import ProfileContent
from peredacha.rooms.veterans.models.profiles import Profile, ProfileRow

__all__ = ["Profile", "ProfileContent", "ProfileRow"]
