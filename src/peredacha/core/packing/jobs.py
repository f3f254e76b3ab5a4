"""What goes to the packing process and comes back: orders and a store as JSON, the chosen pieces as JSON.

Names of things and the words of a window stay at home: the solver needs none of them, and the reasons for what is left
out are found again from the chosen pieces.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from peredacha.core.packing.proposing import proposed
from peredacha.core.packing.values import Order, Proposal, Store


@dataclass(frozen=True, repr=False)
class Job:
    """Orders, a store, and how long the solver may look [s]."""

    orders: tuple[Order, ...]
    store: Store
    longest: float


@dataclass(frozen=True, repr=False)
class Answer:
    """Pieces by good for each order in turn, and what nothing can exceed [points]."""

    chosen: tuple[dict[str, int], ...]
    bound: int


JOB: TypeAdapter[Job] = TypeAdapter(Job)
ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


class NoPacking(Exception):
    """What came is no job, or no answer to it; it holds nothing of either."""


def job(orders: Sequence[Order], store: Store, longest: float) -> bytes:
    """The request for the process."""
    goods = {key: replace(good, name={}) for key, good in store.goods.items()}
    return JOB.dump_json(Job(tuple(map(_bare, orders)), Store(goods, store.lots), longest))


def read_job(body: bytes) -> Job:
    """The request again. Raises NoPacking."""
    try:
        return JOB.validate_json(body)
    except ValidationError:
        raise NoPacking from None


def answer(chosen: Sequence[Mapping[str, int]], bound: int) -> bytes:
    """The answer of the process."""
    return ANSWER.dump_json(Answer(tuple(map(dict, chosen)), bound))


def read_answer(body: bytes, orders: Sequence[Order], store: Store) -> Proposal:
    """The proposal that an answer means. Raises NoPacking where it fits neither the orders nor the store."""
    try:
        told = ANSWER.validate_json(body)
        if any(pieces <= 0 for picked in told.chosen for pieces in picked.values()):
            raise NoPacking
        return proposed(orders, told.chosen, told.bound, store)
    except (ValidationError, ValueError, KeyError):
        raise NoPacking from None


def _bare(order: Order) -> Order:
    """The order without the words of its window."""
    return replace(
        order, rules=replace(order.rules, bans=tuple(replace(ban, why={}) for ban in order.rules.bans))
    )
