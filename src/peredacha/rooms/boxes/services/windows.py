"""What one window does not take, and on what each of its bans stands: a norm, or what people met there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.core.language import Text, date_in_words
from peredacha.core.law.basis import Basis
from peredacha.core.packing import Ban, Good
from peredacha.design.grounds import told_norms
from peredacha.design.wording import language, words
from peredacha.jurisdictions.load import pack
from peredacha.jurisdictions.parcels import parcel_law
from peredacha.rooms.boxes.selectors import Place, place_of
from peredacha.rooms.errands.models import Recipient
from peredacha.rooms.facilities.models import Reason
from peredacha.rooms.facilities.selectors import Practice, bans_of, practice_of


@dataclass(frozen=True)
class Ground:
    """On what a ban stands: rules of the law, or so many refusals and the day of the last one."""

    bases: tuple[Basis, ...] = ()
    refused: int = 0
    day: date | None = None


@dataclass(frozen=True)
class Window:
    """What a window takes, for everybody who sits behind it."""

    place: Place
    bans: tuple[Ban, ...]
    grounds: Mapping[str, Ground]
    """By what a ban names."""
    practice: tuple[Practice, ...]

    def knowing(self, goods: Mapping[str, Good]) -> "Window":
        """The same; a ban of a good by its public name also bans it under its key in this store."""
        keys = {in_russian(good.name): key for key, good in goods.items()}
        named = [(one, keys[one.of]) for one in self.bans if one.of in keys]
        bans = tuple(Ban(key, one.why) for one, key in named)
        grounds = {key: self.grounds.get(one.of, Ground()) for one, key in named}
        return replace(self, bans=(*self.bans, *bans), grounds={**self.grounds, **grounds})

    def ban_of(self, names: frozenset[str]) -> Ban | None:
        """The first ban that names one of these: keys of a good and of its classes."""
        return next((one for one in self.bans if one.of in names), None)

    def hints(self, goods: Mapping[str, Good], name: Mapping[str, str]) -> list[str]:
        """What people met with these goods that is no ban: how a thing had to be, what was refused long ago."""
        found = []
        for key, good in goods.items():
            names = good.groups | {key}
            met = (one for one in self.practice if one.thing in names and not one.banned)
            found += [f"{name[key]}: {said}" for one in met for said in told_practice(one)]
        return found


def window_of(recipient: Recipient, *, on: date) -> Window:
    """The window at which a parcel for this person arrives on that day."""
    place = place_of(recipient.facility)
    kind = place.kind or recipient.held
    law = parcel_law(settings.JURISDICTION).bans_at(kind, on=on)
    if place.kind:
        bans, met = bans_of(recipient.facility, on=on), practice_of(recipient.facility, on=on)
    else:
        bans, met = tuple(Ban(one.of, one.why) for one in law), ()
    grounds = {one.thing: Ground(refused=one.refused, day=one.day) for one in met if one.banned}
    grounds |= {one.of: Ground(bases=(one.basis,)) for one in law}
    return Window(place, bans, grounds, tuple(met))


def class_name(key: str) -> str:
    """What a class or a thing of the law is called; its key where the law does not know it."""
    return words(parcel_law(settings.JURISDICTION).name(key)) or key


def told_ban(window: Window, ban: Ban) -> tuple[str, tuple[str, ...]]:
    """Why it is banned in a sentence or two, and the norms by their names."""
    ground = window.grounds.get(ban.of, Ground())
    told = words(ban.why)
    if ground.day:
        again = ngettext(
            "This window refused it %(n)d time, last on %(day)s.",
            "This window refused it %(n)d times, last on %(day)s.",
            ground.refused,
        )
        told = again % {"n": ground.refused, "day": date_in_words(ground.day, language())}
    acts = pack(settings.JURISDICTION, settings.CHAPTER).acts
    return told, told_norms(ground.bases, acts)


def told_practice(one: Practice) -> list[str]:
    """What a packer should know of a thing that is not banned."""
    told, day = [], date_in_words(one.day, language())
    if one.how:
        told.append(
            _("they took it only like this: %(how)s (%(day)s).") % {"how": Reason(one.how).label, "day": day}
        )
    if one.warns:
        told.append(_("it was refused once, last on %(day)s. It may be taken today.") % {"day": day})
    return told


def in_russian(text: Text) -> str:
    """A name as the window reads it."""
    return text.get("ru") or next(iter(text.values()), "")
