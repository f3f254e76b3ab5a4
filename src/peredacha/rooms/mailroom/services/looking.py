"""Pages of a letter on the screen: opened in a process of its own, which sees one file and no key."""

from threading import Semaphore

from peredacha.gateways.binding import picture_of
from peredacha.rooms.conversations.services import whole
from peredacha.rooms.mailroom.services.opening import PaperPage

LARGE = 1400
"""Long side of a page on the screen [pixels]."""
OPENING = Semaphore(2)


def large_picture(page: PaperPage, rotation: int) -> bytes:
    """A page as a JPEG that can be read, turned by so many degrees. Raises DamagedFile, Unacceptable."""
    body = b"".join(whole(page.file))
    with OPENING:
        return picture_of(body, page.leaf, rotation, longest_side=LARGE)
