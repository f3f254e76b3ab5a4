"""One key, many purposes: each purpose has a key of its own, and parts do not run into each other."""

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.sealing import salted_key, subkey, tag

KEY = bytes(range(32))
OTHER_KEY = bytes(reversed(range(32)))


def test_the_first_version_stays_what_it_was() -> None:
    assert (
        subkey(KEY, "vault.box").hex() == "3e8b1438ccb0e8ce20b39a79d0e4a8303c0bbe61554a710826b6ccdddbbe63d4"
    )
    assert tag(KEY, b"ab", b"c").hex() == "17eca1f3cf4e1f92cd415f54de5121e367cbc209edff96da287c5cd432cf9a46"


@given(purposes=st.sets(st.text(max_size=30), min_size=2, max_size=10))
def test_every_purpose_has_its_own_key(purposes: set[str]) -> None:
    keys = {subkey(key, purpose) for key in (KEY, OTHER_KEY, KEY[:16]) for purpose in purposes}

    assert len(keys) == 3 * len(purposes)
    assert {len(key) for key in keys} == {32}


@given(first=st.lists(st.binary(max_size=6), max_size=4), second=st.lists(st.binary(max_size=6), max_size=4))
def test_two_rows_of_parts_have_one_tag_only_when_they_are_the_same(
    first: list[bytes], second: list[bytes]
) -> None:
    assert (tag(KEY, *first) == tag(KEY, *second)) is (first == second)


def test_parts_do_not_run_into_each_other() -> None:
    tags = {tag(KEY, *parts) for parts in [(b"abc",), (b"ab", b"c"), (b"a", b"bc"), (b"abc", b""), ()]}

    assert len(tags) == 5
    assert tag(OTHER_KEY, b"abc") not in tags


@pytest.mark.parametrize("length", [0, 15, 65])
def test_a_key_that_is_too_short_or_too_long_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="no subkeys"):
        subkey(bytes(length), "vault.box")
    with pytest.raises(ValueError, match="no tags"):
        tag(bytes(length), b"vera")


@given(key=st.binary(min_size=16, max_size=64), salt=st.binary(min_size=32, max_size=32), context=st.binary())
def test_a_salted_key_is_the_one_of_rfc_5869(key: bytes, salt: bytes, context: bytes) -> None:
    standard = HKDF(SHA256(), 32, salt, b"peredacha salted \x01" + context)

    assert salted_key(key, salt, context) == standard.derive(key)


def test_the_known_answer_of_the_first_version_stays() -> None:
    assert salted_key(bytes(range(32)), bytes(range(32, 64)), b"vault.safe").hex() == (
        "eae28436ea4bcb8d12ef711110df1d53943314fbe959f72277c942a86bf98d63"
    )


@pytest.mark.parametrize(
    "wrong", [(bytes(15), bytes(32)), (bytes(65), bytes(32)), (bytes(32), b""), (bytes(32), bytes(31))]
)
def test_a_key_without_its_whole_salt_is_refused(wrong: tuple[bytes, bytes]) -> None:
    with pytest.raises(ValueError, match="give no key"):
        salted_key(*wrong, b"vault.safe")
