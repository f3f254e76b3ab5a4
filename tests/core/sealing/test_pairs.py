"""What is sealed to Anna only Anna opens, in its place; what Anna signed only she can have signed."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.sealing import KeyPair, NotSealedHere, PublicPair, is_signed, open_sealed, seal_to, sign

ANNA = KeyPair.from_seed(bytes(range(32)))
IGOR = KeyPair.from_seed(bytes(reversed(range(32))))
SECRET = "мама, я жив".encode()
CONTEXT = b"matter"
FINGERPRINT = bytes.fromhex("ac4f515643a686cdac7235312aa0be81")
SIGNATURE = bytes.fromhex(
    """
    0108b4b8c945a8aaf1ddbb9be199f3d6e90ae47ee3ed2f55a160899127baa7c88803854a8fab3a28fbe69e98706ba2a9
    e42b47b65db855b203339a7570d9b52808
    """
)
SEALED = bytes.fromhex(
    """
    01e2b985ff0d4ee6a10829f7eaade3affca4d9734d62a47aa6e95a5c36404f433d927b3ff0d9a847b0f4fbbee6c99357
    5d6c182e0ced48a72b98c86594a51bd7ba794634c2d038499240d46786ab97f15beb8396abdc3a106622138cd4cc07c3
    58b48c475879387318810bf1a0aa2a035521037ec148509858c98299af57982704624734baa6ba3504fe386b722785ab
    764331ac3d66d54b4bc26aa2cc45a244cd3a72cace8561f4b316b6daaf58ea9a07c833364557d695cf822a79fd76ee7c
    42efa8e31cd39f2feaf371fd15ec071afe3b6f0f8f447260ac3be2448268477531759edf7dd514db90f2c9a5ea7fa81c
    76b424ad2b9dbdfec16a2708be0e56b49fcf70eea06a46059bd54a0e5a3443d1aaa51fe95cbe17a7ca9422a94cd8b7e2
    5cfeef9adba88d3ad801afdbdeb9e5d38b3822e5fe4e6940a34a201b00d2023f0dbbf722f299ba37b0bfaa947db5c800
    5d10344d34bde4762599e698f6941ae2603e9da2e7f0efedcf397bb64116bf06f454422d3d41ba4a620f815532313ddd
    635e1a4385c63fe75642c5b9d875f89ed26dc8eaea9514f572b1b0391dbdb2990f1b7d4b23ee77faf2a98dec13f4d638
    baa3d6b6b428e09283b30d11a9ecad718c3d3585eecf2c63eaeb8e7fe4f2f1bc292028abae661bdb0cd3d3ed6da59d2e
    88b97ed0d93dfbf50cd43f5334762008c75f305b319df27868965fd4e51ea4fe975bd1abb53922c270901744cb0cf9f8
    095a4a1ecd5017eb5b4b13a40b4a33d4fb922d3087bb934f19c1f6538f376b4f14a8ae4458f320e1c23323867ea63dcc
    a6b323c60ed52730f32886e821d4be90924bedc707777efabc03a1f8d410fa2224099709e0360580ec74f002eeb5badf
    8836cb25d551f9e416884c395847a0b15aaa13035613c2b7996849a5843d8d9be9d2648d99ed1cd57cf85af5d39450ed
    1fc74c9767b25b8817418bbaee80865e3984542e4a01c57dc8efb0278c0da4377d92929b32bdbf228644f1baa7312a49
    579c6a28f9d1b4d0bd87c909dd1bd4b4085616dbacf23e281a2f6b6f7e1f7fa5a4276527af70457f9de827f7a2821fed
    55c06f97be24d654ab54d13f8cf7eed21dba1dfccb4ef0b8aa402a1c4ea85016db1c112cf984c7f291c7567382a63eaf
    5d642eb13b461e2384d150a3b80b9699782412ba2c297459a66c4ac09ca377fdb77f368a7d2798e2e9b3136faa20048f
    ff539eb367ad7c1680cfbdf7c2b9e83f59d4f414c465c826964c38e6dd01dfa62a20d5c6fae7eb5d2c49350724ff6ba3
    d3d98ef1a4de05a50da6edb160437662d83f94aecb5151df3228386235573f497bef14afc59f581b375a1e595db9ff1c
    981735d81c90dd88c1da786fb98de26c3705206b99e914ed7c0c3178ef4cc4006904dd49f40619beba6b1220484e8b3d
    028a26ec7b5d5ef3169050480e6f7fb6ad7200b6994f83675cdcef19fca0d4e00e9f1e1333944106c267a099b28fca31
    05485ff2e5546405dbdbab3b9aa23b59a0cfba14e9f3479606703b575ee9c6b0ae384daf3f79a81942dcf91ab75f30d4
    64100a62614409768aa08938b39d712373319793b01a8c6e5128402110a34939fc9b25e68f482294f5ce199c2166db37
    7b3b5656
    """
)
"""Version 1 as it was on the first day: ``SECRET`` sealed to and signed by ``ANNA`` in ``CONTEXT``."""


@given(secret=st.binary(max_size=300), context=st.binary(max_size=40))
def test_anna_opens_what_was_sealed_to_her(secret: bytes, context: bytes) -> None:
    assert open_sealed(ANNA, seal_to(ANNA.public, secret, context), context) == secret


def test_the_first_version_stays_what_it_was() -> None:
    assert ANNA.public.fingerprint() == FINGERPRINT
    assert open_sealed(ANNA, SEALED, CONTEXT) == SECRET
    assert sign(ANNA, SECRET, CONTEXT) == SIGNATURE


def test_a_seal_is_as_long_as_promised_and_never_the_same_twice() -> None:
    seals = {seal_to(ANNA.public, SECRET, CONTEXT) for _ in range(20)}

    assert len(seals) == 20
    assert {len(sealed) for sealed in seals} == {len(SECRET) + 1137}


def test_igor_does_not_open_what_was_sealed_to_anna() -> None:
    with pytest.raises(NotSealedHere):
        open_sealed(IGOR, SEALED, CONTEXT)


@pytest.mark.parametrize("context", [b"", b"matte", b"matter ", b"circle"])
def test_a_seal_moved_elsewhere_does_not_open(context: bytes) -> None:
    with pytest.raises(NotSealedHere):
        open_sealed(ANNA, SEALED, context)


def test_one_changed_byte_anywhere_and_it_does_not_open() -> None:
    for place in range(len(SEALED)):
        damaged = bytearray(SEALED)
        damaged[place] ^= 1 << place % 8
        with pytest.raises(NotSealedHere):
            open_sealed(ANNA, bytes(damaged), CONTEXT)


def test_a_seal_cut_short_or_made_longer_does_not_open() -> None:
    for length in range(len(SEALED)):
        with pytest.raises(NotSealedHere):
            open_sealed(ANNA, SEALED[:length], CONTEXT)
    with pytest.raises(NotSealedHere):
        open_sealed(ANNA, SEALED + b"\0", CONTEXT)


@given(garbage=st.binary(max_size=1300))
def test_garbage_of_any_length_does_not_open(garbage: bytes) -> None:
    with pytest.raises(NotSealedHere):
        open_sealed(ANNA, garbage, CONTEXT)
    with pytest.raises(NotSealedHere):
        open_sealed(ANNA, b"\x01" + garbage, CONTEXT)
    assert not is_signed(ANNA.public, SECRET, garbage, CONTEXT)


def test_a_signature_tells_that_anna_said_exactly_this_here() -> None:
    assert is_signed(ANNA.public, SECRET, SIGNATURE, CONTEXT)
    assert not is_signed(IGOR.public, SECRET, SIGNATURE, CONTEXT)
    assert not is_signed(ANNA.public, SECRET + b" ", SIGNATURE, CONTEXT)
    assert not is_signed(ANNA.public, SECRET, SIGNATURE, b"circle")


def test_words_cannot_slip_between_the_context_and_the_message() -> None:
    signature = sign(ANNA, b"all to Igor", b"grant ")

    assert is_signed(ANNA.public, b"all to Igor", signature, b"grant ")
    assert not is_signed(ANNA.public, b"grant all to Igor", signature, b"")
    assert not is_signed(ANNA.public, b"l to Igor", signature, b"grant al")


def test_a_damaged_signature_is_none() -> None:
    for place in range(len(SIGNATURE)):
        damaged = bytearray(SIGNATURE)
        damaged[place] ^= 1
        assert not is_signed(ANNA.public, SECRET, bytes(damaged), CONTEXT)
        assert not is_signed(ANNA.public, SECRET, SIGNATURE[:place], CONTEXT)
    assert not is_signed(ANNA.public, SECRET, SIGNATURE + b"\0", CONTEXT)


def test_a_pair_comes_back_from_its_packed_form() -> None:
    pair = KeyPair.fresh()

    assert KeyPair.unpacked(pair.packed()) == pair
    assert PublicPair.unpacked(pair.public.packed()) == pair.public
    assert len(pair.public.sealing) == 1216
    assert len(pair.public.signing) == 32
    assert len(pair.public.packed()) == 1257


def test_every_pair_is_its_own() -> None:
    pairs = [KeyPair.fresh() for _ in range(20)]

    assert len({pair.public.fingerprint() for pair in pairs}) == 20


def test_a_damaged_public_pair_is_noticed_before_anything_is_sealed_to_it() -> None:
    packed = ANNA.public.packed()
    for place in range(len(packed)):
        damaged = bytearray(packed)
        damaged[place] ^= 1 << place % 8
        for data in (bytes(damaged), packed[:place]):
            with pytest.raises(NotSealedHere):
                PublicPair.unpacked(data)
    with pytest.raises(NotSealedHere):
        PublicPair.unpacked(packed + b"\0")


@pytest.mark.parametrize(
    "data", [b"", b"\x01", b"\x02" + bytes(32), b"\x01" + bytes(31), b"\x01" + bytes(33)]
)
def test_a_damaged_private_pair_is_refused(data: bytes) -> None:
    with pytest.raises(NotSealedHere):
        KeyPair.unpacked(data)


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_seed_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        KeyPair.from_seed(os.urandom(length))


@pytest.mark.parametrize(
    "sealing",
    [b"", ANNA.public.sealing[:-1], b"\xff" * 1216, ANNA.public.sealing[:1184] + bytes(32)],
    ids=["none", "short", "no lattice", "no curve"],
)
def test_nothing_is_sealed_to_a_pair_that_is_none(sealing: bytes) -> None:
    with pytest.raises(NotSealedHere):
        seal_to(PublicPair(sealing, ANNA.public.signing), SECRET, CONTEXT)


def test_a_public_half_that_is_none_has_signed_nothing() -> None:
    assert not is_signed(PublicPair(ANNA.public.sealing, b"short"), SECRET, SIGNATURE, CONTEXT)


def test_a_private_pair_shows_nothing_when_it_is_printed() -> None:
    shown = repr(ANNA) + str(ANNA) + f"{ANNA}"

    assert "seed" not in shown
    assert repr(ANNA.seed)[2:-1] not in shown
    assert ANNA.seed.hex() not in shown


def test_a_refusal_tells_nothing_of_the_secret() -> None:
    with pytest.raises(NotSealedHere) as refusal:
        open_sealed(IGOR, SEALED, CONTEXT)

    assert str(refusal.value) == ""
