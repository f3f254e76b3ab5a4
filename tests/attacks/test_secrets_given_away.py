"""The seizure drill with a secret given away: Igor has the whole disk and one secret, and what opens is what should.

The whole disk: both databases, the salts, the files. The table stands in docs/threat-model.md too; a test compares.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import pytest
from django.conf import settings
from shamir_mnemonic import MnemonicError, Share, combine_mnemonics
from shamir_mnemonic.cipher import decrypt
from shamir_mnemonic.constants import SECRET_INDEX
from shamir_mnemonic.shamir import RawShare, _interpolate
from tests.attacks import thief
from tests.attacks.carried import PENNAME
from tests.attacks.thief import Loot, read_by, tried
from tests.attacks.world import LABEL, MARK, NINAS, House
from tests.house.tree import ROOT
from tests.rooms.guardians.world import standing_recovery
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.sealing import KeyPair, WrongShares, join_shares
from peredacha.rooms.calendars.services.sealing import Secret
from peredacha.rooms.guardians.services import draw_shares, recovery_keys
from peredacha.rooms.people.models import Member, Session
from peredacha.rooms.people.services import box_for_recovery
from peredacha.rooms.vault.models import Recovery
from peredacha.rooms.vault.models import ReturnCode as CodeRow
from peredacha.rooms.vault.services.codes import BOX

pytestmark = pytest.mark.django_db
HERS, AMONG_HELPERS, NINAS_WORDS = f"{MARK} слова", f"{MARK} заметка", f"{NINAS} слова"
CARD, SHIFT, ROLL, OWN = f"{MARK} имя", f"{MARK} смене", f"{MARK} отдел", f"{MARK} карточка"
NAME, NOTE, ADDRESS, FILE = "Pavel", f"{MARK} кто", f"{MARK}@example.org", f"{MARK}.txt"
PAGE, SOURCE, RISK, SIGNED = f"{MARK} на листе", f"{MARK} источник", f"{MARK} вред", f"{MARK} защитник"
CASE = {PAGE, SOURCE, RISK, SIGNED, f"{MARK} packet", f"{MARK} О. Л.", "JFIF", "%PDF-"}
"""Words of the binder, of a bundle, of a court's card, of a risk step; a photo and a PDF by their first letters."""
PERSON, COLD, GOES, ANSWER = f"{MARK} нужда", f"{MARK} мёрзнет", f"{MARK} бабушка", f"{MARK} второй ответ"
ALIAS, LETTER, ENVELOPE, AID = (
    f"{PENNAME} кошки",
    f"Здравствуйте, {PENNAME}",
    f"{MARK} полка",
    f"{MARK} группа",
)
RIDE, LABELS, SERVED = f"{MARK} синяя", f"{MARK} ярлык", f'"alias":"{PENNAME}","parcel":"20'
CARRIED = {PERSON, COLD, GOES, ANSWER, LETTER, RIDE}
"""What is carried to Vera's son: who he is, a parcel, who goes to see him, in which car, a letter and its answer."""
EVENING, DAY = "2031-02-0", "2031-02-05T10:30"
"""When a letter goes, and when a hearing is."""
EVERYTHING = {
    HERS,
    CARD,
    AMONG_HELPERS,
    NINAS_WORDS,
    SHIFT,
    ROLL,
    OWN,
    NAME,
    NOTE,
    ADDRESS,
    FILE,
    LABEL,
    ALIAS,
    ENVELOPE,
    AID,
    LABELS,
    SERVED,
}
EVERYTHING |= CASE | CARRIED
"""Words of Vera's, of Nina's, of the helpers among themselves, of the reception; what only the boot key seals.

The name of a helper stands in a matter, where that helper wrote or did something in it."""
WORDS = b"anna's own paper"
NEEDED, SHARES = 3, 5

VERAS = {HERS, CARD, NAME, ADDRESS, FILE, ALIAS} | CASE | CARRIED
ANNAS = VERAS | {AMONG_HELPERS, OWN}
RECEPTION = ANNAS | {NINAS_WORDS, SHIFT, ROLL, ENVELOPE, AID, LABELS, SERVED}
PACKERS = CARRIED | {ALIAS, AID, LABELS, SERVED, "JFIF", "%PDF-"}
WRITERS = {ALIAS, LETTER}
HOUSE = {NAME, NOTE, ADDRESS, LABEL}


@dataclass
class Armed:
    """The house with a key of last resort, and with printed words in Anna's drawer."""

    house: House
    maria: Enrolled
    shares: tuple[str, ...]


@pytest.fixture
def armed(house: House) -> Armed:
    """Everything that can be given away."""
    house.pavel.member.refresh_from_db()
    shares = standing_recovery(house.pavel, NEEDED, SHARES)
    anna = Member.objects.get(pk=house.anna.member.pk)
    box_for_recovery(anna, words=WORDS, pair=house.anna.pair)
    anna.save(update_fields=["recovery_box"])
    return Armed(house, enrol("Maria"), shares)


def last_resort(shares: tuple[str, ...]) -> list[KeyPair]:
    """The key that these shares make, if they make one."""
    try:
        return [KeyPair.from_seed(join_shares(shares))]
    except WrongShares:
        return []


Opens = Callable[[Armed, bool], list[KeyPair]]
TABLE: dict[str, tuple[Opens, set[str], set[str]]] = {
    "nothing": (lambda armed, boot: [], set(), HOUSE),
    "passphrase of a helper without a matter": (
        lambda armed, boot: thief.by_passphrase(armed.maria),
        set(),
        HOUSE,
    ),
    "passphrase of a veteran": (
        lambda armed, boot: thief.by_passphrase(armed.house.anna),
        ANNAS,
        ANNAS | HOUSE,
    ),
    "passphrase of a lawyer for ten hours": (
        lambda armed, boot: thief.by_passphrase(armed.house.larisa),
        VERAS,
        VERAS | HOUSE,
    ),
    "passphrase of somebody in the reception": (
        lambda armed, boot: thief.by_passphrase(armed.house.pavel),
        RECEPTION,
        RECEPTION | HOUSE,
    ),
    "passphrase of a packer": (
        lambda armed, boot: thief.by_passphrase(armed.house.carried.petya),
        PACKERS,
        PACKERS | HOUSE,
    ),
    "passphrase of a writer": (
        lambda armed, boot: thief.by_passphrase(armed.house.carried.polina),
        WRITERS,
        WRITERS | HOUSE,
    ),
    "printed words of a veteran": (lambda armed, boot: thief.by_printed_words(WORDS), ANNAS, ANNAS | HOUSE),
    "eight words of a family": (
        lambda armed, boot: thief.by_code(armed.house.vera.code),
        VERAS,
        VERAS | HOUSE,
    ),
    "eight words of another family": (
        lambda armed, boot: thief.by_code(armed.house.nina.code),
        {NINAS_WORDS},
        {NINAS_WORDS} | HOUSE,
    ),
    "cookie of a veteran": (
        lambda armed, boot: thief.by_cookie(armed.house.anna.visit.token, boot_key=boot),
        set(),
        ANNAS | HOUSE,
    ),
    "link of an invitation": (lambda armed, boot: raw(armed.house.links[0]), set(), HOUSE),
    "address that closes the house": (lambda armed, boot: raw(armed.house.links[1]), set(), HOUSE),
    "one-time secret of a helper": (lambda armed, boot: raw("JBSWY3DPEHPK3PXP" * 3), set(), HOUSE),
    "two of five shares, three needed": (lambda armed, boot: last_resort(armed.shares[:2]), set(), HOUSE),
    "three of five shares": (
        lambda armed, boot: last_resort(armed.shares[2:]),
        EVERYTHING - {NOTE, LABEL},
        EVERYTHING,
    ),
}
"""By secret: how Igor uses it on the disk, what he reads then, and what he reads with the boot key too."""


def raw(text: str) -> list[KeyPair]:
    """A secret that is no key: Igor takes its bytes for one all the same."""
    return [KeyPair.from_seed(text.encode().ljust(32, b"\0")[:32])]


def met(text: str) -> set[str]:
    """The marked words in a text."""
    return {mark for mark in EVERYTHING if mark in text}


@pytest.mark.parametrize("secret", TABLE)
def test_one_secret_opens_exactly_what_it_should(armed: Armed, secret: str) -> None:
    opens, alone, _with_boot_key = TABLE[secret]

    assert met(read_by(Loot(opens(armed, False)))) == alone


@pytest.mark.parametrize("secret", TABLE)
def test_with_the_boot_key_it_opens_the_same_and_the_names_of_the_house(armed: Armed, secret: str) -> None:
    opens, _alone, with_boot_key = TABLE[secret]

    assert met(read_by(Loot(opens(armed, True), boot_key=True))) == with_boot_key


def test_the_address_of_a_calendar_opens_its_days_and_nothing_else(armed: Armed) -> None:
    days = thief.by_calendar(armed.house.case.token)
    chapters = thief.by_calendar(armed.house.case.chapters.rpartition("/")[2].removesuffix(".ics"))
    stranger = thief.by_calendar(Secret.fresh().token)

    assert DAY in days and DAY in chapters and stranger == ""
    assert MARK not in days + chapters and "суд" not in days + chapters
    assert met(read_by(Loot(raw(armed.house.case.token), boot_key=True))) == HOUSE


def test_the_boot_key_tells_on_which_evenings_a_letter_goes_and_no_hour_of_a_hearing(armed: Armed) -> None:
    assert EVENING in read_by(Loot(boot_key=True)) and EVENING not in read_by(Loot())
    assert DAY not in read_by(Loot(boot_key=True))


def test_the_table_of_the_threat_model_names_the_same_secrets() -> None:
    text = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
    part = text.partition("## What one secret opens")[2].partition("\n## ")[0]
    told = re.findall(r"^\| ([^|]+?) \|", part, re.MULTILINE)[1:]

    assert set(TABLE) <= {name.strip("* ") for name in told}


def test_a_visit_that_is_over_opens_nothing_even_with_the_boot_key(armed: Armed) -> None:
    token = armed.house.anna.visit.token
    assert thief.by_cookie(token, boot_key=True)

    Session.objects.all().delete()

    assert not thief.by_cookie(token, boot_key=True)


def test_two_helpers_secrets_together_open_no_more_than_each(armed: Armed) -> None:
    names = (
        "passphrase of a helper without a matter",
        "eight words of another family",
        "printed words of a veteran",
    )
    for one, other in combinations(names, 2):
        pairs = [*TABLE[one][0](armed, False), *TABLE[other][0](armed, False)]
        assert met(read_by(Loot(pairs))) == TABLE[one][1] | TABLE[other][1], (one, other)


def forced(shares: tuple[str, ...]) -> bytes:
    """What the arithmetic gives for fewer shares than are needed, with every check left out."""
    read = [Share.from_mnemonic(one) for one in shares]
    points = [RawShare(one.index, one.value) for one in read]
    first = read[0]
    inside = _interpolate(points, SECRET_INDEX)
    return decrypt(inside, b"", first.iteration_exponent, first.identifier, first.extendable)


def test_one_share_too_few_gives_nothing_whatever_is_done_with_it(armed: Armed) -> None:
    public = bytes(Recovery.objects.get().holder.public)
    foreign = standing_shares()
    for few in combinations(armed.shares, NEEDED - 1):
        for typed in (few, (*few, few[0]), (*few, foreign[4]), (*few, changed(few[0]))):
            with pytest.raises(WrongShares):
                recovery_keys(typed)
        with pytest.raises(MnemonicError):
            combine_mnemonics(few)
        assert KeyPair.from_seed(forced(few)).public.packed() != public
    enough = forced(armed.shares[:NEEDED])
    assert KeyPair.from_seed(enough).public.packed() == public, (
        "so that the arithmetic above is the right one"
    )


def standing_shares() -> tuple[str, ...]:
    """Shares of a key of another house."""
    return draw_shares(needed=NEEDED, shares=SHARES).shares


def changed(share: str) -> str:
    """A share in which two words changed places."""
    words = share.split()
    words[-1], words[-5] = words[-5], words[-1]
    return " ".join(words)


def test_the_boot_key_and_the_databases_make_no_passphrase_and_no_code(armed: Armed) -> None:
    """Who has all but the words in people's heads has boxes that open with none of the keys of the house."""
    derived = [value for name, value in vars(settings._wrapped).items() if name.endswith("_KEY")]
    keys = [one for one in derived if isinstance(one, bytes) and len(one) == 32]

    boxes = [(one.box, one.context("box")) for one in Member.objects.all()]
    boxes += [(one.recovery_box, one.context("recovery")) for one in Member.objects.all()]
    boxes += [(row.box, BOX + row.holder_id.bytes) for row in CodeRow.objects.all()]

    assert len(boxes) > 8 and not any(tried(key, box, context) for key in keys for box, context in boxes)
