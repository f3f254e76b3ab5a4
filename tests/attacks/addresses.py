"""Every address of the house, built with the real ids of Vera's circle; new rooms and pages are found by themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model, UUIDField
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.attacks.world import House
from tests.rooms.vault.world import circle_of

from peredacha.rooms.matters.models import ShiftNote
from peredacha.rooms.people.models import Role

PUBLIC = frozenset({"intake", "calculators", "facilities", "design"})
"""Rooms for everybody; what they show belongs to the visitor's own browser."""
INSIDE = frozenset({"facilities:reports", "facilities:settle"})
"""Pages of these rooms that are the team's alone."""
STORE = frozenset({"stores", "goods"})
"""Rooms of the team's things."""
TEAM = frozenset(
    {"member", "holder", "circle", "invitation", "factor", "role", "approval", "spending", "report"}
)
"""Places in an address that name the team's own things, not a family's."""
MOST = 4
"""So many sets of ids are tried on one address at most."""


@dataclass(frozen=True)
class Address:
    """One address: its name, where it is, and what its ids name ("house" for none, "team", "family")."""

    name: str
    url: str
    names: str


def patterns(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every named address pattern below a resolver."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one, f"{space}{one.namespace}:" if one.namespace else space)
        else:
            yield f"{space}{one.name}", one


def addresses(house: House) -> list[Address]:
    """Every address of every room, with Vera's ids where it takes ids."""
    found = []
    for name, one in patterns(get_resolver()):
        room = name.partition(":")[0]
        if room in PUBLIC and name not in INSIDE:
            found += [Address(name, reverse(name), "house")] if not one.pattern.converters else []
            continue
        places = one.pattern.converters
        of_kind = str(one.default_args.get("kind", ""))
        pools = [
            house.carried.known(room, place.removesuffix("_id"))
            or ids_for(place, type(how).__name__, house, of_kind)
            for place, how in places.items()
        ]
        assert all(pools), f"{name} is an address for which nothing of Vera's is known"
        for values in islice(product(*pools), MOST):
            url = reverse(name, kwargs=dict(zip(places, values, strict=True)))
            found.append(Address(name, url, kind_of(room, list(places))))
    return found


def kind_of(room: str, places: list[str]) -> str:
    """Whose things an address of a room with these places names."""
    if room == "know_how":
        return "house"
    if room in STORE and places:
        return "team"
    stems = {
        place.removesuffix("_id") for place in places if place not in ("name", "token", "filing", "month")
    }
    if not stems:
        return "house"
    return "team" if stems <= TEAM else "family"


def ids_for(place: str, converter: str, house: House, of_kind: str = "") -> list[Any]:
    """Real values for one place of an address; for a place that is not known here every random id of the database.

    ``of_kind``: what the address itself says of the kind of thing that it names.
    """
    case = house.case
    known: dict[str, list[Any]] = {
        "page": [case.page],
        "thing": [case.things[of_kind]] if of_kind in case.things else [],
        "bundle": [case.bundles[of_kind]] if of_kind in case.bundles else [],
        "feed": list(case.feeds),
        "hearing": list(case.hearings[:MOST]),
        "step": [case.step],
        "undertaking": [case.undertaking],
        "matter": [house.vera.matter.id],
        "other": [house.nina.matter.id],
        "attachment": [house.attachment],
        "roll": [house.roll],
        "paper": [house.paper],
        "member": [house.larisa.member.id, house.pavel.member.id],
        "holder": [house.anna.member.id, house.vera.keys.holder],
        "line": list(ShiftNote.objects.values_list("id", flat=True)),
        "role": list(Role.objects.filter(member=house.anna.member).values_list("id", flat=True)),
        "key": [house.referral, "words"],
        "batch": [house.referral],
        "name": ["words"],
        "token": ["igor"],
        "circle": [circle_of().id],
        "kind": ["person", "place", "note"],
        "filing": ["appeal_custody"],
    }
    found = known.get(place.removesuffix("_id"))
    if found is not None:
        return found
    if converter == "UUIDConverter":
        return random_ids(place.removesuffix("_id"))
    return ["1"] if converter == "IntConverter" else [house.referral]


def random_ids(stem: str) -> list[UUID]:
    """Random ids of tables whose name says the stem; of every table where none does, or where these are empty."""
    models = [one for one in apps.get_models() if isinstance(one._meta.pk, UUIDField)]
    named = [one for one in models if stem.lower() in str(one._meta.model_name)]
    found = [pk for one in named for pk in ids_of(one)]
    return found or [pk for one in models for pk in ids_of(one)]


def ids_of(model: type[Model]) -> list[UUID]:
    """The newest random ids of one table."""
    return list(model._default_manager.values_list("pk", flat=True)[:2])


def typed(house: House) -> dict[str, Any]:
    """What Igor types into every form: the names of Vera's things, and a yes to everything."""
    matter, member = house.vera.matter.id, house.larisa.member.id
    parts = {"": ("text", "note", "why", "words", "surname", "what", "to", "what_for", "name", "by_hand")}
    parts[""] += (
        "title",
        "under",
        "source",
        "first",
        "second",
        "court",
        "harm_words",
        "reason",
        "agreed_how",
        "who",
    )
    parts |= {"inner-": ("text",), "contact-": ("note",), "next-": ("what",), "done-": ("what",)}
    parts |= {"referral-": ("to", "what_for"), "close-": ("why", "note"), "hold-": ("why",)}
    told = {f"{prefix}{name}": "igor" for prefix, names in parts.items() for name in names}
    days = {
        f"{name}_{part}": n
        for name in ("by", "next-by", "hold-until", "on", "day", "until", "signed_on", "seen_on", "agreed_on")
        for part, n in enumerate((1, 12, 2026))
    }
    chosen = {
        "matters": matter,
        "matter": matter,
        "one": matter,
        "other": house.nina.matter.id,
        "member": member,
    }
    chosen |= {"lines": f"{matter}:{member}", "line": matter, "holder": member, "reading-member": member}
    yes = {"act": "close", "sure": "yes", "state": "taken_back", "answer": "yes", "outcome": "reached"}
    case = house.case
    yes |= {"pages": "1", "first_pages": "1", "second_pages": "1", "order": "1", "mark": "igor"}
    yes |= {"chosen": "hearings-0", "agreed": "on", "harms": "cell", "seen_by": "lawyer", "agrees": "yes"}
    yes |= {"seen": case.step, "about": house.paper, "signer": "lawyer", "covers": "days", "sources": "on"}
    yes |= {"contact-outcome": "reached", "reading-hours": "10", "key": house.referral, "once": "igor"}
    return {**told, **days, **chosen, **yes, **carried(house)}


def carried(house: House) -> dict[str, Any]:
    """What he types where something is carried, written or stored."""
    ids = house.carried.ids
    told = {
        "take": "1",
        "is_so": "yes",
        "pieces": "1",
        "grams": "1",
        "seats": "1",
        "hour": "7:00",
        "tare": "1",
    }
    told |= {
        "facility": house.carried.colony,
        "place": house.carried.colony,
        "visit": ids["visits"]["visit"][0],
    }
    told |= {"same": house.vera.matter.id, "into": "helpers", "verdict": "refused", "refused": "banned"}
    told |= {
        "says": "family",
        "alias": "igor",
        "letters": ids["letters"]["letter"],
        "way": "post",
        "shown": "on",
    }
    told |= {"value": "no", "writer": "inside", "asks": "parcel", "things": "tea", "wants_seats": "1"}
    told |= {"anew": "1", "turn": "90", "thing": "0", "stayed": "1", "paper": "labels"}
    return told | {"kopecks": "1", "good": ids["stores"]["good"][0], "lot": ids["stores"]["lot"][0]}
