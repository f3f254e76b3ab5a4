"""Safes: made, opened, granted, revoked, renewed. No row without a seal that opens and a signature that holds."""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
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
    seal,
    seal_to,
    sign,
    tag,
)
from peredacha.rooms.vault.models import Grant, Holder, HolderKind, Safe
from peredacha.rooms.vault.selectors import recoveries_beside
from peredacha.rooms.vault.services.keyring import Keys
from peredacha.rooms.vault.services.pins import is_known, meet

DATA_KEY_BYTES = 32
LINK_BYTES = 36
FIRST_LINK = bytes(LINK_BYTES)
"""The first data key of a safe follows none."""


@dataclass(frozen=True, repr=False)
class OpenSafe:
    """A safe that these keys opened: its data keys by epoch, and the epoch for new rows."""

    id: UUID
    epoch: int
    data_keys: Mapping[int, bytes]
    links: Mapping[int, bytes] = field(default_factory=dict)
    """By epoch, the proof that whoever drew this data key knew the one before; see :func:`link_of`."""

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


@transaction.atomic
def new_safe(*, giver: UUID, pair: KeyPair, holders: Iterable[Holder]) -> OpenSafe:
    """A safe with a fresh data key, sealed to these holders by the giver, and to the key of last resort.

    Raises NotSealedHere for a holder whose row the house did not write.
    """
    return new_safes(giver=giver, pair=pair, readers=[with_recoveries(holders)])[0]


@transaction.atomic
def new_safes(*, giver: UUID, pair: KeyPair, readers: Iterable[Iterable[Holder]]) -> list[OpenSafe]:
    """Several safes at once, each with a fresh data key sealed to exactly its own readers: name the key of last
    resort among them. Raises NotSealedHere for a holder whose row the house did not write."""
    lists = [list(holders) for holders in readers]
    safes = [Safe(id=uuid4()) for _ in lists]
    opened = [OpenSafe(one.id, 1, {1: secrets.token_bytes(DATA_KEY_BYTES)}, {1: FIRST_LINK}) for one in safes]
    Safe.objects.bulk_create(safes)
    Grant.objects.bulk_create(
        new_grant(safe, holder, 1, giver=giver, pair=pair)
        for safe, holders in zip(opened, lists)
        for holder in {one.id: one for one in holders}.values()
    )
    return opened


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
    body = opened.data_keys[epoch] + opened.links[epoch] + end
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
    """Every one of these safes that the keys open; what is damaged, forged or over is simply not there."""
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
    return {
        safe: OpenSafe(
            safe,
            newest[safe],
            {epoch: key for epoch, (key, _link) in accepted.items()},
            {epoch: link for epoch, (_key, link) in accepted.items()},
        )
        for safe, accepted in ((safe, proven(safe, keys_found)) for safe, keys_found in found.items())
        if accepted
    }


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
    for epoch in opened.data_keys:
        made = new_grant(opened, holder, epoch, giver=keys.holder, pair=keys.pair, term=term)
        Grant.objects.filter(safe_id=opened.id, epoch=epoch, holder=holder).delete()
        made.save()


@transaction.atomic
def revoke(*, keys: Keys, opened: OpenSafe, holder: UUID) -> OpenSafe:
    """Take a holder's grants away and begin a new epoch for those who stay; raises LastReader.

    The new rows do not open with the old data key. Old rows stay sealed with the key that the holder once had:
    :func:`peredacha.rooms.vault.services.renew_rows` seals them again.
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
    before, fresh = max(opened.data_keys), secrets.token_bytes(DATA_KEY_BYTES)
    link = link_of(opened.id, number, fresh, before=before, key_before=opened.data_keys[before])
    renewed = OpenSafe(opened.id, number, {**opened.data_keys, number: fresh}, {**opened.links, number: link})
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
    return [epoch for epoch in opened.data_keys if epoch not in has]


def renewed_if_stale(keys: Keys, opened: OpenSafe) -> OpenSafe:
    """The safe, with a fresh data key first where somebody left and could not be followed by one; inside a
    transaction. Raises KeyChanged, NotSealedHere.
    """
    if not Safe.objects.filter(id=opened.id, stale=True).exists():
        return opened
    return begin_safe_epoch(
        keys=keys, opened=opened, holders=readers_but(opened.id, max(opened.data_keys), [])
    )
