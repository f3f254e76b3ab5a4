"""What several pages need: the file behind an address, and the answer when somebody else was faster."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from peredacha.rooms.matters.selectors import find_matter, matter_of_family
from peredacha.rooms.matters.services import MatterFile, open_file
from peredacha.rooms.vault.services import Keys

CONFLICT = 409
UNPROCESSABLE = 422
PAGES = ["GET", "HEAD", "POST"]


def file_or_404(keys: Keys, matter: UUID) -> MatterFile:
    """The file of a matter that these keys open; for everybody else there is none."""
    found = find_matter(matter)
    file = open_file(keys, found, now=timezone.now()) if found else None
    if file is None or (keys.member and keys.member.chapter != file.matter.chapter):
        raise Http404
    return file


def family_file(keys: Keys) -> MatterFile:
    """The file of the family whose keys they are."""
    found = matter_of_family(keys.holder)
    file = open_file(keys, found, now=timezone.now()) if found else None
    if file is None:
        raise Http404
    return file


def matter_page(file: MatterFile) -> str:
    """The address of the page of the matter."""
    return reverse(settings.MATTER_HOME, args=[file.matter.id])


def to_matter(file: MatterFile) -> HttpResponse:
    """Back to the page of the matter."""
    return redirect(matter_page(file))


def changed_meanwhile(request: HttpRequest, url: str) -> HttpResponse:
    """Somebody else acted first: look again."""
    return render(request, "mentoring/changed.html", {"url": url}, status=CONFLICT)
