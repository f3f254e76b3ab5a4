"""Safes: made, opened, granted, revoked, renewed. No row without a seal that opens and a signature that holds."""

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from hmac import compare_digest
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from peredacha.core.sealing import (
    KeyPair,
    NotSealedHere,
    PublicPair,
    is_signed,
    open_envelope,
    open_sealed,
    salted_key,
    seal,
    seal_to,
    sign,
    tag,
)
from peredacha.rooms.salts.selectors import salts_of
from peredacha.rooms.salts.services import make_salts
from peredacha.rooms.vault.models import Grant, Holder, HolderKind, Safe
from peredacha.rooms.vault.selectors import recoveries_beside
from peredacha.rooms.vault.services.keyring import Keys
from peredacha.rooms.vault.services.pins import is_known, meet
from peredacha.statements import add

DATA_KEY_BYTES = 32
LINK_BYTES = 36
FIRST_LINK = bytes(LINK_BYTES)
"""The first data key of a safe without a salt follows nothing."""


@dataclass(frozen=True, repr=False)
class OpenSafe:
    """A safe that these keys opened: its data keys by epoch, and the epoch for new rows."""

    id: UUID
    epoch: int
    granted: Mapping[int, bytes]
    """By epoch, what the grants hold: a data key is drawn from it and the salt."""
    links: Mapping[int, bytes]
    """By epoch, the proof that whoever drew this key knew the one before; see :func:`link_of`, :func:`first_link`."""
    salt: bytes = b""
    """Empty for a safe made before there were salts."""

    @cached_property
    def data_keys(self) -> Mapping[int, bytes]:
        """By epoch, the key that seals rows. Without the salt nobody finds it, whatever else is known."""
        if not self.salt:
            return self.granted
        return {
            epoch: salted_key(key, self.salt, b"vault.safe" + self.id.bytes + epoch.to_bytes(4, "big"))
            for epoch, key in self.granted.items()
        }

    @property
    def newest(self) -> bytes:
        """The data key for new rows; raises NotSealedHere when only older ones were granted."""
        try:
            return self.data_keys[self.epoch]
        except KeyError as error:
            raise NotSealedHere from error


@dataclass(frozen=True)
class Term:
    """An access given for a time and for a purpose: "this lawyer, 10 hours, for Thursday's hearing"."""

    ends_at: datetime
    purpose: str

    def packed(self) -> bytes:
        """As bytes, to be sealed."""
        return json.dumps([self.ends_at.isoformat(), self.purpose]).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> "Term":
        """From the bytes of :meth:`packed`."""
        ends_at, purpose = json.loads(data)
        return cls(datetime.fromisoformat(ends_at), purpose)


class LastReader(Exception):
    """The one to be taken out is the last who can read: find another reader first."""


def grant_context(safe: UUID, epoch: int, holder: UUID) -> bytes:
    """What a grant is bound to."""
    return b"vault.grant" + safe.bytes + epoch.to_bytes(4, "big") + holder.bytes


def link_of(safe: UUID, epoch: int, data_key: bytes, *, before: int, key_before: bytes) -> bytes:
    """The proof [36 bytes] that a data key follows an older one: only who could read the safe can make it.

    Without it anybody who has some keys of the house and can write to its database could slip a data key of
    their own under a safe, and the next message would be sealed with it.
    """
    number = epoch.to_bytes(4, "big")
    return before.to_bytes(4, "big") + tag(key_before, b"vault.epoch", safe.bytes, number, data_key)


def first_link(safe: UUID, data_key: bytes, salt: bytes) -> bytes:
    """What stands in the place of a link beside the first data key [36 bytes]: with which salt it is used.

    It is sealed and signed in every first grant. So nobody who writes to the databases can make us seal with another
    salt, or with none.
    """
    return bytes(4) + tag(data_key, b"vault.salt", safe.bytes, salt)


def proven(safe: UUID, found: Mapping[int, tuple[bytes, bytes]]) -> dict[int, tuple[bytes, bytes]]:
    """The data keys and links that follow each other from the first; what hangs in the air is left out."""
    accepted: dict[int, tuple[bytes, bytes]] = {}
    for epoch, (data_key, link) in sorted(found.items()):
        before = int.from_bytes(link[:4], "big")
        if epoch == 1:
            accepted[epoch] = (data_key, link)
        elif before in accepted:
            key_before = accepted[before][0]
            if compare_digest(link, link_of(safe, epoch, data_key, before=before, key_before=key_before)):
                accepted[epoch] = (data_key, link)
    return accepted


@transaction.atomic(savepoint=False)
def new_safe(*, giver: UUID, pair: KeyPair, holders: Iterable[Holder]) -> OpenSafe:
    """A safe with a fresh data key, sealed to these holders by the giver, and to the key of last resort.

    Raises NotSealedHere for a holder whose row the house did not write.
    """
    return new_safes(giver=giver, pair=pair, readers=[with_recoveries(holders)])[0]


@transaction.atomic(savepoint=False)
def new_safes(*, giver: UUID, pair: KeyPair, readers: Iterable[Iterable[Holder]]) -> list[OpenSafe]:
    """Several safes at once, each with a fresh data key sealed to exactly its own readers: name the key of last
    resort among them. Raises NotSealedHere for a holder whose row the house did not write."""
    lists = [list(holders) for holders in readers]
    safes = [Safe(id=uuid4(), salted=True) for _ in lists]
    salts = make_salts(one.id for one in safes)
    opened = [first_opened(safe, salt) for safe, salt in salts.items()]
    add(*safes)
    grants = [
        new_grant(safe, holder, 1, giver=giver, pair=pair)
        for safe, holders in zip(opened, lists)
        for holder in {one.id: one for one in holders}.values()
    ]
    add(*grants)
    return opened


def first_opened(safe: UUID, salt: bytes) -> OpenSafe:
    """A new safe with its first data key."""
    key = secrets.token_bytes(DATA_KEY_BYTES)
    return OpenSafe(safe, 1, {1: key}, {1: first_link(safe, key, salt)}, salt)


def with_recoveries(holders: Iterable[Holder]) -> list[Holder]:
    """These holders and the keys of last resort of their chapters, each once."""
    found = {one.id: one for one in holders}
    return list({**found, **{one.id: one for one in recoveries_beside(found)}}.values())


def new_grant(
    opened: OpenSafe, holder: Holder, epoch: int, *, giver: UUID, pair: KeyPair, term: Term | None = None
) -> Grant:
    """One data key sealed to one holder, not yet stored; the exact end of a timed access lies inside the seals.

    Raises NotSealedHere for a holder whose row the house did not write.
    """
    if not holder.is_genuine:
        raise NotSealedHere
    context = grant_context(opened.id, epoch, holder.id)
    end = term.ends_at.isoformat().encode() if term else b""
    body = opened.granted[epoch] + opened.links[epoch] + end
    sealed = seal_to(PublicPair.unpacked(bytes(holder.public)), body, context)
    return Grant(
        safe_id=opened.id,
        epoch=epoch,
        holder=holder,
        sealed=sealed,
        giver_id=giver,
        signature=sign(pair, sealed, context),
        ends_on=timezone.localdate(term.ends_at) if term else None,
        ends_box=seal(opened.data_keys[epoch], term.packed(), b"ends" + context) if term else None,
    )


def term_of(grant: Grant, opened: OpenSafe) -> Term | None:
    """Until when and what for a grant was given; None for one without end. Raises NotSealedHere on damage."""
    if grant.ends_box is None:
        return None
    context = b"ends" + grant_context(grant.safe_id, grant.epoch, grant.holder_id)
    return Term.unpacked(open_envelope(opened.data_keys[grant.epoch], bytes(grant.ends_box), context))


def open_safes(keys: Keys, safes: Iterable[UUID], *, now: datetime) -> dict[UUID, OpenSafe]:
    """Every one of these safes that the keys open; what is damaged, forged, over or forgotten is simply not there."""
    found = list(granted_safes(keys, safes, now))
    salts = salts_of(one.id for one in found)
    opened = (with_salt(one, salts.get(one.id)) for one in found)
    return {one.id: one for one in opened if one}


def with_salt(opened: OpenSafe, salt: bytes | None) -> OpenSafe | None:
    """A safe with its salt; None where that is gone, or is not the one with which the safe was made."""
    if opened.links[1] == FIRST_LINK:
        return opened
    if not salt or not compare_digest(opened.links[1], first_link(opened.id, opened.granted[1], salt)):
        return None
    return replace(opened, salt=salt)


def is_forgotten(keys: Keys, safe: UUID, *, now: datetime) -> bool:
    """Whether the keys would open a safe, but its salt is gone: it was erased, and came back with an old backup."""
    granted = any(one.links[1] != FIRST_LINK for one in granted_safes(keys, [safe], now))
    return granted and not salts_of([safe])


def granted_safes(keys: Keys, safes: Iterable[UUID], now: datetime) -> Iterator[OpenSafe]:
    """These safes as far as grants open them, still without their salts."""
    found: dict[UUID, dict[int, tuple[bytes, bytes]]] = {}
    grants = Grant.objects.filter(holder__in=keys.holders, safe__in=list(safes)).select_related(
        "giver", "safe"
    )
    newest: dict[UUID, int] = {}
    for grant in grants:
        # An epoch that was set back in the database would let new rows open with a key that was given up.
        newest[grant.safe_id] = max(grant.safe.epoch, grant.epoch, newest.get(grant.safe_id, 1))
        if grant.epoch in found.get(grant.safe_id, {}):
            continue
        key = opened_grant(grant, keys, now)
        if key:
            found.setdefault(grant.safe_id, {})[grant.epoch] = key
    for safe, keys_found in found.items():
        if accepted := proven(safe, keys_found):
            granted = {epoch: key for epoch, (key, _link) in accepted.items()}
            links = {epoch: link for epoch, (_key, link) in accepted.items()}
            yield OpenSafe(safe, newest[safe], granted, links)


def open_safe(keys: Keys, safe: UUID, *, now: datetime) -> OpenSafe | None:
    """One safe, or None when the keys do not open it."""
    return open_safes(keys, [safe], now=now).get(safe)


def opened_grant(grant: Grant, keys: Keys, now: datetime) -> tuple[bytes, bytes] | None:
    """The data key in a grant and its link; None when it does not open, is not signed, or its time is over."""
    pair = keys.pair_of(grant.holder_id)
    context = grant_context(grant.safe_id, grant.epoch, grant.holder_id)
    sealed = bytes(grant.sealed)
    try:
        giver = PublicPair.unpacked(bytes(grant.giver.public))
        if pair is None or not is_known(keys, grant.giver):
            return None
        if not is_signed(giver, sealed, bytes(grant.signature), context):
            return None
        body = open_sealed(pair, sealed, context)
        key, link = body[:DATA_KEY_BYTES], body[DATA_KEY_BYTES : DATA_KEY_BYTES + LINK_BYTES]
        end = body[DATA_KEY_BYTES + LINK_BYTES :]
        over = bool(end) and datetime.fromisoformat(end.decode()) <= now
    except (NotSealedHere, ValueError):
        return None
    return None if over or len(link) != LINK_BYTES else (key, link)


@transaction.atomic
def grant(*, keys: Keys, opened: OpenSafe, holder: Holder, term: Term | None = None) -> None:
    """Let a holder read the safe, for a time if a term is given: every data key that the giver has.

    Raises KeyChanged when the holder's key is not the one that was met before.
    """
    meet(keys, [holder])
    for epoch in opened.granted:
        made = new_grant(opened, holder, epoch, giver=keys.holder, pair=keys.pair, term=term)
        Grant.objects.filter(safe_id=opened.id, epoch=epoch, holder=holder).delete()
        made.save()


@transaction.atomic
def revoke(*, keys: Keys, opened: OpenSafe, holder: UUID) -> OpenSafe:
    """Take a holder's grants away and begin a new epoch for those who stay; raises LastReader.

    The new rows do not open with the old data key. Old rows stay sealed with the key that the holder once had:
    :func:`peredacha.rooms.vault.services.renew_texts` seals them again.
    """
    staying = readers_but(opened.id, opened.epoch, [holder])
    if all(one.kind == HolderKind.RECOVERY for one in staying):
        raise LastReader
    Grant.objects.filter(safe_id=opened.id, holder=holder).delete()
    return begin_safe_epoch(keys=keys, opened=opened, holders=staying)


def readers_but(safe: UUID, epoch: int, leaving: Iterable[UUID]) -> list[Holder]:
    """Everybody to whom this data key is sealed, except those who leave."""
    grants = Grant.objects.filter(safe=safe, epoch=epoch).exclude(holder__in=list(leaving))
    return list(Holder.objects.filter(id__in=grants.values("holder")).select_related("member"))


def begin_safe_epoch(*, keys: Keys, opened: OpenSafe, holders: Iterable[Holder]) -> OpenSafe:
    """A fresh data key for new rows, sealed to these holders; a timed access keeps its end. Raises KeyChanged."""
    sealed_to = with_recoveries(holders)
    meet(keys, sealed_to)
    safe = Safe.objects.select_for_update().get(id=opened.id)
    number = max(safe.epoch, opened.epoch) + 1
    before, fresh = max(opened.granted), secrets.token_bytes(DATA_KEY_BYTES)
    link = link_of(opened.id, number, fresh, before=before, key_before=opened.granted[before])
    granted, links = {**opened.granted, number: fresh}, {**opened.links, number: link}
    renewed = OpenSafe(opened.id, number, granted, links, opened.salt)
    had = set(Grant.objects.filter(safe=safe, epoch=before).values_list("holder", flat=True))
    timed = Grant.objects.filter(safe=safe, epoch=safe.epoch, ends_on__isnull=False)
    terms = {one.holder_id: term_of(one, opened) for one in timed}
    Grant.objects.bulk_create(
        new_grant(renewed, one, epoch, giver=keys.holder, pair=keys.pair, term=terms.get(one.id))
        for one in sealed_to
        for epoch in ([number] if one.id in had else needed(renewed, one))
    )
    safe.epoch, safe.stale = number, False
    safe.save(update_fields=["epoch", "stale"])
    return renewed


def needed(opened: OpenSafe, holder: Holder) -> list[int]:
    """The epochs whose data keys a holder who comes anew lacks: without the older ones the newest proves nothing."""
    has = set(Grant.objects.filter(safe=opened.id, holder=holder).values_list("epoch", flat=True))
    return [epoch for epoch in opened.granted if epoch not in has]


def renewed_if_stale(keys: Keys, opened: OpenSafe) -> OpenSafe:
    """The safe, with a fresh data key first where somebody left and could not be followed by one; inside a
    transaction. Raises KeyChanged, NotSealedHere.
    """
    if not Safe.objects.filter(id=opened.id, stale=True).exists():
        return opened
    return begin_safe_epoch(keys=keys, opened=opened, holders=readers_but(opened.id, max(opened.granted), []))
