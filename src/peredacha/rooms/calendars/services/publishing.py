"""The dates of a matter go to every calendar that may show them; whoever lost the matter is told once, then nothing.

Nobody's keys are needed for that but those of whoever changed the matter: each feed has a public key. The safe of the
matter is never granted to a feed.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from peredacha.rooms.calendars.models import Feed, FeedBox
from peredacha.rooms.calendars.selectors import feeds_for, is_followed
from peredacha.rooms.calendars.services.changing import Dates, all_fallen, back_again, changed
from peredacha.rooms.calendars.services.dating import Dated, Places, dates_of
from peredacha.rooms.calendars.services.keeping import Standing, read_standing, write_standing
from peredacha.rooms.calendars.services.reminding import plan_letters
from peredacha.rooms.calendars.services.sealing import sealed_box
from peredacha.rooms.matters.models import Matter, MatterState
from peredacha.rooms.matters.selectors import find_matter
from peredacha.rooms.matters.services import MatterFile, ending_readers, open_file, shared_with
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.selectors import holders_of
from peredacha.rooms.vault.services import Keys


@transaction.atomic
def publish(
    *, keys: Keys, file: MatterFile, told: Mapping[str, Sequence[Dated]] | None = None, now: datetime
) -> None:
    """Tell every calendar what is true now. Call it after each change of a matter, with the file as it stands then.

    Hearings and the next step are drawn from the file. ``told``: all dates of other sources by their name ("papers");
    a source that is not named stays as it was. Writes only what has changed; one question to the database while nobody
    follows the matter. Raises KeyChanged, TooLong, Safe.DoesNotExist for what was erased meanwhile.
    """
    if not told and not is_followed(file.matter):
        return
    Safe.objects.select_for_update().get(id=file.safe.id)
    standing, matter = read_standing(file.safe), find_matter(file.matter.id)
    if standing is None or matter is None:
        return
    places = Places(file, now)
    dates: Dates
    if matter.state == MatterState.CLOSED:
        dates = all_fallen(standing.dates, now=now)
    else:
        wanted, sources = dates_of(file, told or {}, places), frozenset(told or ())
        dates = changed(standing.dates, wanted, sources, now=now)
    readers = readers_of(file, now)
    dates = send_out(keys=keys, file=file, standing=standing, dates=dates, readers=readers, now=now)
    plan_letters(file=file, readers=readers, dates=dates, zone=places.zone, now=now)


def publish_anew(
    *, keys: Keys, matter: Matter, told: Mapping[str, Sequence[Dated]] | None = None, now: datetime
) -> None:
    """The same for who has no fresh file at hand: it is opened anew, if anybody follows the matter."""
    file = open_file(keys, matter, now=now) if told or is_followed(matter) else None
    if file:
        publish(keys=keys, file=file, told=told, now=now)


def send_out(
    *, keys: Keys, file: MatterFile, standing: Standing, dates: Dates, readers: Iterable[UUID], now: datetime
) -> Dates:
    """Keep the dates and seal them to each feed that lacks them; gives them as they were kept."""
    feeds = feeds_for(readers, file.matter.chapter, today=timezone.localdate(now))
    boxes = {one.feed_id: one for one in FeedBox.objects.filter(matter=file.matter).select_related("feed")}
    alive = {str(one.id) for one in feeds}
    if standing.gone & alive:
        dates = back_again(dates, now=now)
    lost = [box.feed for id, box in boxes.items() if str(id) not in alive]
    gone = {str(one.id) for one in lost}
    if dates != standing.dates or gone != standing.gone:
        write_standing(keys=keys, opened=file.safe, row=standing.row, dates=dates, gone=gone)
    for feed in feeds:
        box = boxes.get(feed.id)
        if dates != standing.dates or box is None or not box.is_genuine:
            put_box(feed, file, dates)
    for feed in lost:
        if str(feed.id) not in standing.gone:
            put_box(feed, file, all_fallen(standing.dates, now=now))
    return dates


def put_box(feed: Feed, file: MatterFile, dates: Dates) -> None:
    """Seal the dates of a matter to one feed, in the place of those before."""
    sealed = sealed_box(feed, file.matter.id, dates.values(), file.safe.salt)
    box = FeedBox(feed=feed, matter=file.matter, sealed=sealed).marked()
    FeedBox.objects.update_or_create(
        feed=feed, matter=file.matter, defaults={"sealed": box.sealed, "mark": box.mark}
    )


def readers_of(file: MatterFile, now: datetime) -> set[UUID]:
    """Everybody who reads the matter now; an access for some hours counts while it runs."""
    readers = {one.id for one in holders_of(file.safe.id)}
    ended = ending_readers(file)
    return readers - ended | {one.member.id for one in shared_with(file, now=now)} if ended else readers
