"""Petya's batch is packed in a process of its own: the same parcels, no key there, and an end in time."""

import subprocess
import sys
import time
from types import MappingProxyType

import pytest
from tests.core.packing.world import GOODS, NO_HONEY, RULES, is_allowed, order, store

from peredacha.core.language import speak
from peredacha.core.packing import Ceiling, NotPacked, Rules, Store, by_hand
from peredacha.core.packing.jobs import job
from peredacha.core.packing.solving import pack
from peredacha.gateways.packing import packed

LIGHT = Rules(
    RULES.arrives_on, most_grams=2000, tare=400, bans=(NO_HONEY,), ceilings=(Ceiling("sweet", 1500),)
)
ORDERS = [
    order("ilya", tea=3, honey=1, socks=2),
    order("pyotr", rules=LIGHT, waits=90, tea=4, sugar=1, lard=2),
    order("anna", rules=LIGHT, tea=4, sugar=2, moon=1),
]
SHORT = store(tea=6, sugar=1, lard=2, honey=4, socks=2)
HOSTILE = {
    "it dies": "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
    "it says nothing": "",
    "it says no JSON": "print('parcels')",
    "it packs for too few": """print('{"chosen": [], "bound": 5}')""",
    "it packs what is not there": """print('{"chosen": [{"tea": 99}, {}, {}], "bound": 5}')""",
    "it packs what nobody knows": """print('{"chosen": [{"gold": 1}, {}, {}], "bound": 5}')""",
    "it takes out what is not in": """print('{"chosen": [{"tea": -1}, {}, {}], "bound": 5}')""",
    "it ends with an error": """import sys; print('{"chosen": [{}, {}, {}], "bound": 5}'); sys.exit(1)""",
}


def packer(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_same_parcels_come_back_as_from_the_solver_itself() -> None:
    there, here = packed(ORDERS, SHORT), pack(ORDERS, SHORT)

    assert there == here
    is_allowed(there, ORDERS, SHORT)


def test_the_reasons_come_back_as_sentences_and_the_window_in_its_own_words() -> None:
    [honey] = [one for one in packed(ORDERS[:1], SHORT).parcels[0].left_out if one.good == "honey"]

    assert honey.ban == NO_HONEY.why
    assert speak(honey.why, "ru") != speak(honey.why, "en") == "This window does not take it."


def test_names_may_be_read_only_and_neither_they_nor_a_window_are_told_to_the_solver() -> None:
    read_only = Store(MappingProxyType(dict(GOODS)), SHORT.lots)

    told = job(ORDERS, read_only, 5.0).decode()

    assert packed(ORDERS[:1], read_only).parcels[0].pieces
    assert "Чай" not in told and "Мёд" not in told and "Leaf tea" not in told


@pytest.mark.parametrize("code", HOSTILE.values(), ids=HOSTILE)
def test_whatever_goes_wrong_there_nothing_is_packed_and_nobody_named(code: str) -> None:
    with pytest.raises(NotPacked) as no:
        packed(ORDERS, SHORT, packer=packer(code))
    assert "ilya" not in repr(no.value) and no.value.__suppress_context__


def test_a_solver_that_does_not_end_is_ended() -> None:
    begun = time.perf_counter()
    with pytest.raises(NotPacked):
        packed(ORDERS, SHORT, longest=0.5, grace=1.0, packer=packer("import time; time.sleep(60)"))
    assert time.perf_counter() - begun < 20


def test_a_careful_packer_still_packs_and_claims_no_more_than_it_knows() -> None:
    second, best = by_hand(ORDERS, SHORT), pack(ORDERS, SHORT)

    is_allowed(second, ORDERS, SHORT)
    assert second.worth <= best.worth <= best.bound <= second.bound and second.gap > 0


def test_an_order_that_stands_twice_is_told_before_anything_is_started() -> None:
    with pytest.raises(ValueError, match="stands twice"):
        packed([ORDERS[0], ORDERS[0]], SHORT, packer=("/no/such/program",))


def test_the_packer_knows_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEREDACHA_BOOT_KEY", "secret")
    tells = """import json, os
print(json.dumps({"chosen": [{}], "bound": sum(name.startswith("PEREDACHA") for name in os.environ)}))"""

    assert packed(ORDERS[:1], SHORT, packer=packer(tells)).bound == 0


def test_the_server_carries_no_solver_and_the_packer_says_nothing_of_what_it_cannot_read() -> None:
    loaded = (
        "import sys, peredacha.gateways.packing; print([name for name in sys.modules if 'ortools' in name])"
    )
    done = subprocess.run(packer(loaded), capture_output=True, text=True, check=True)
    odd = subprocess.run(
        (sys.executable, "-m", "peredacha.core.packing"), input=b"Vera", capture_output=True, check=False
    )

    assert done.stdout.strip() == "[]"
    assert (odd.returncode, odd.stdout, odd.stderr) == (1, b"", b"")
