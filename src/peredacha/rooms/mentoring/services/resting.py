"""A veteran pauses in one step, and nobody whom she holds is dropped; and comes back in one step."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from peredacha.rooms.matters.selectors import matters_of_safes
from peredacha.rooms.matters.services import MatterFile, open_file
from peredacha.rooms.mentoring.services.handing_over import begin_hand_over, stay_after_all
from peredacha.rooms.mentoring.services.matches import match_with, successor
from peredacha.rooms.mentoring.services.standing import decline
from peredacha.rooms.vault.selectors import safes_of
from peredacha.rooms.vault.services import Keys
from peredacha.rooms.veterans.services import change_profile, own_member


@transaction.atomic
def pause(*, keys: Keys, now: datetime) -> int:
    """Take a rest: nobody new is asked of her, and each family gets a hand-over; gives how many.

    What was proposed and not accepted goes back to the queue. Her keys to the others stay until somebody else
    stands, so that she can still be asked.
    """
    change_profile(keys=keys, member=own_member(keys), change=lambda one: replace(one, resting=True), now=now)
    begun = 0
    for file, state in my_matches(keys, now=now):
        if state == "proposed":
            decline(keys=keys, file=file, now=now)
        elif state == "standing":
            begin_hand_over(keys=keys, file=file, now=now)
            begun += 1
    return begun


@transaction.atomic
def resume(*, keys: Keys, now: datetime) -> int:
    """Come back: families for whom nobody else is named stay with her; gives how many."""
    change_profile(
        keys=keys, member=own_member(keys), change=lambda one: replace(one, resting=False), now=now
    )
    staying = [
        file for file, state in my_matches(keys, now=now) if state == "handing_over" and not successor(file)
    ]
    for file in staying:
        stay_after_all(keys=keys, file=file, now=now)
    return len(staying)


def my_matches(keys: Keys, *, now: datetime) -> list[tuple[MatterFile, str]]:
    """Every file in which these keys' member is proposed or stands, with the state."""
    me = str(own_member(keys).id)
    files = (open_file(keys, matter, now=now) for matter in matters_of_safes(safes_of([keys.holder])))
    found = ((file, match_with(file, me)) for file in files if file)
    return [(file, one.match.state) for file, one in found if one]
