"""What the people room does, for its own pages and for other rooms."""

from peredacha.rooms.people.services.devices import device_of, keep_device, new_device, note_device
from peredacha.rooms.people.services.enrolling import (
    box_for_recovery,
    box_keys,
    draft_member,
    give_first_roles,
)
from peredacha.rooms.people.services.factors import (
    add_totp,
    make_printed_codes,
    matching_step,
    new_totp_secret,
    totp_address,
)
from peredacha.rooms.people.services.guarding import SignedMember, helpers, patient, signed_member
from peredacha.rooms.people.services.keeping import change_passphrase, is_own_passphrase, lock_mine
from peredacha.rooms.people.services.passkeys import add_passkey, registration_options
from peredacha.rooms.people.services.pictures import Square, square_of
from peredacha.rooms.people.services.second_step import WRONG_CODE, waiting_member
from peredacha.rooms.people.services.sessions import (
    COOKIE,
    FAMILY,
    HELPER,
    JOINING,
    Visit,
    begin_visit,
    change_extra,
    drop_visit,
    end_all_visits,
    end_visit,
    end_visits,
    keep_visit,
    visit_of,
    waiting_visit_of,
)
from peredacha.rooms.people.services.signing_in import NOBODY, Refused, SignedIn, sign_in, too_early
from peredacha.rooms.people.services.slowing import (
    begin_try,
    forget_all_wrong,
    forget_wrong,
    only_if_tried,
    wait_for,
)
from peredacha.rooms.people.services.sources import source_of
from peredacha.rooms.people.services.stretching import AllPlacesTaken, stretch_in_turn

__all__ = [
    "COOKIE",
    "FAMILY",
    "HELPER",
    "JOINING",
    "NOBODY",
    "WRONG_CODE",
    "AllPlacesTaken",
    "Refused",
    "SignedIn",
    "SignedMember",
    "Square",
    "Visit",
    "add_passkey",
    "add_totp",
    "begin_try",
    "begin_visit",
    "box_for_recovery",
    "box_keys",
    "change_extra",
    "change_passphrase",
    "device_of",
    "draft_member",
    "drop_visit",
    "end_all_visits",
    "end_visit",
    "end_visits",
    "forget_all_wrong",
    "forget_wrong",
    "give_first_roles",
    "helpers",
    "is_own_passphrase",
    "keep_device",
    "keep_visit",
    "lock_mine",
    "make_printed_codes",
    "matching_step",
    "new_device",
    "new_totp_secret",
    "note_device",
    "only_if_tried",
    "patient",
    "registration_options",
    "sign_in",
    "signed_member",
    "source_of",
    "square_of",
    "stretch_in_turn",
    "too_early",
    "totp_address",
    "visit_of",
    "wait_for",
    "waiting_member",
    "waiting_visit_of",
]
