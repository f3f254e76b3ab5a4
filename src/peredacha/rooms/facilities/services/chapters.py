"""A chapter kept as its folder tells of it."""

from django.db import transaction

from peredacha.core.language import Text
from peredacha.jurisdictions.chapters import Chapter as StatedChapter
from peredacha.rooms.facilities.models import Chapter, DutyLine, Facility


@transaction.atomic
def keep_chapter(*, chapter: StatedChapter) -> None:
    """Write what the chapter says of itself and its duty lines; doing it twice is the same as once."""
    region = chapter.region
    kept, _created = Chapter.objects.update_or_create(
        key=chapter.key,
        defaults={
            "region": region.code,
            "fictional": chapter.fictional,
            **_both("name", chapter.name),
            **_both("region_name", region.name),
        },
    )
    DutyLine.objects.filter(chapter=kept).delete()
    DutyLine.objects.bulk_create(
        DutyLine(
            chapter=kept,
            position=position,
            number=contact.number,
            **_both("purpose", contact.purpose),
            **_both("hours", contact.hours),
        )
        for position, contact in enumerate(chapter.contacts, start=1)
    )
    cards = Facility.objects.filter(chapter=chapter.key)
    cards.exclude(fictional=chapter.fictional).update(fictional=chapter.fictional)


def _both(field: str, text: Text | None) -> dict[str, str]:
    """The two columns of a text; empty where there is none."""
    return {f"{field}_{language}": (text or {}).get(language, "") for language in ("ru", "en")}
