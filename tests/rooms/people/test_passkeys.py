"""A passkey in Anna's laptop: it opens here, for her, once per question, and for nobody else."""

import hashlib
import json
import os
import re
from dataclasses import dataclass, field
from html import unescape

import cbor2
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.test import Client
from django.utils import timezone
from tests.rooms.people.world import PASSPHRASE, Enrolled
from webauthn.helpers import bytes_to_base64url

from peredacha.rooms.people.models import FactorKind, SecondFactor

pytestmark = pytest.mark.django_db
CODE, KEY = "/team/sign-in/code/", "/team/sign-in/passkey/"
PRESENT, WITH_KEY = 0x01, 0x40


@dataclass
class Laptop:
    """A small authenticator: one key, a counter, and the address that its browser believes to be on."""

    origin: str = field(default_factory=lambda: settings.SITE_ADDRESS.rstrip("/"))
    host: str = field(default_factory=lambda: settings.WEBAUTHN_HOST)
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: os.urandom(32))
    count: int = 0

    def makes(self, options: dict) -> str:
        """A new passkey, as the browser sends it."""
        told = self._told("webauthn.create", options)
        numbers = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        kept = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + cbor2.dumps(public)
        data = self._data(PRESENT | WITH_KEY) + kept
        made = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return self._sent({"clientDataJSON": told, "attestationObject": made})

    def signs(self, options: dict) -> str:
        """The answer to a question of the door."""
        self.count += 1
        told = self._told("webauthn.get", options)
        data = self._data(PRESENT)
        signature = self.key.sign(data + hashlib.sha256(told).digest(), ec.ECDSA(hashes.SHA256()))
        return self._sent({"clientDataJSON": told, "authenticatorData": data, "signature": signature})

    def _told(self, kind: str, options: dict) -> bytes:
        return json.dumps({"type": kind, "challenge": options["challenge"], "origin": self.origin}).encode()

    def _data(self, flags: int) -> bytes:
        return hashlib.sha256(self.host.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _sent(self, response: dict[str, bytes]) -> str:
        told = {name: bytes_to_base64url(value) for name, value in response.items()}
        name = bytes_to_base64url(self.id)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": told})


def options_on(client: Client, page: str) -> dict:
    found = re.search(r'data-options="([^"]+)"', client.get(page).content.decode())
    assert found, "the page asks for no passkey"
    return json.loads(unescape(found[1]))


def at_the_door() -> Client:
    client = Client()
    client.post("/team/sign-in/", {"login": "anna", "passphrase": PASSPHRASE})
    return client


@pytest.fixture
def laptop(anna: Enrolled, after_sign_in: str) -> Laptop:
    """Anna's laptop, whose passkey is added over the page."""
    laptop = Laptop()
    anna.client.post("/team/me/sure/passkey/", {"passphrase": PASSPHRASE})
    options = options_on(anna.client, "/team/me/passkey/")
    answer = anna.client.post("/team/me/passkey/", {"label": "laptop", "answer": laptop.makes(options)})
    assert answer.status_code == 302, answer.content.decode()
    return laptop


def test_anna_comes_in_with_her_passkey(anna: Enrolled, laptop: Laptop, after_sign_in: str) -> None:
    browser = at_the_door()

    answer = browser.post(KEY, {"answer": laptop.signs(options_on(browser, CODE))})

    assert answer.url == after_sign_in
    assert browser.get("/team/me/").status_code == 200
    assert SecondFactor.objects.get().last_used_on == timezone.localdate()


def test_a_passkey_alone_opens_nothing(anna: Enrolled, laptop: Laptop) -> None:
    answer = Client().post(KEY, {"answer": laptop.signs({"challenge": "AAAA"})})

    assert answer.url == "/team/sign-in/"


def test_an_answer_counts_once_and_only_for_its_question(anna: Enrolled, laptop: Laptop) -> None:
    hers, his = at_the_door(), at_the_door()
    answer = laptop.signs(options_on(hers, CODE))
    options_on(his, CODE)

    assert his.post(KEY, {"answer": answer}).status_code == 422
    assert hers.post(KEY, {"answer": answer}).status_code == 302
    again = at_the_door()
    assert again.post(KEY, {"answer": answer}).status_code == 422


def test_a_false_page_gets_an_answer_that_does_not_fit(anna: Enrolled, laptop: Laptop) -> None:
    browser = at_the_door()
    laptop.origin = "https://peredacha.igor.example"

    assert browser.post(KEY, {"answer": laptop.signs(options_on(browser, CODE))}).status_code == 422


def test_another_key_under_the_same_name_does_not_fit(anna: Enrolled, laptop: Laptop) -> None:
    browser, igor = at_the_door(), Laptop(id=laptop.id)

    assert browser.post(KEY, {"answer": igor.signs(options_on(browser, CODE))}).status_code == 422


def test_a_copied_key_whose_counter_runs_behind_is_refused(anna: Enrolled, laptop: Laptop) -> None:
    laptop.count = 7
    browser = at_the_door()
    browser.post(KEY, {"answer": laptop.signs(options_on(browser, CODE))})
    laptop.count = 3
    copied = at_the_door()

    assert copied.post(KEY, {"answer": laptop.signs(options_on(copied, CODE))}).status_code == 422


@pytest.mark.parametrize("answer", ["", "x", "[]", "null", "{}", '{"rawId": 7}', '{"rawId": "AAAA"}'])
def test_nonsense_is_refused_with_the_page(anna: Enrolled, laptop: Laptop, answer: str) -> None:
    browser = at_the_door()
    options_on(browser, CODE)

    assert browser.post(KEY, {"answer": answer}).status_code == 422


@pytest.mark.parametrize("answer", ["", "x", "{}", "null"])
def test_nonsense_makes_no_passkey(anna: Enrolled, answer: str) -> None:
    anna.client.post("/team/me/sure/passkey/", {"passphrase": PASSPHRASE})
    options_on(anna.client, "/team/me/passkey/")

    assert anna.client.post("/team/me/passkey/", {"answer": answer}).status_code == 422
    assert not SecondFactor.objects.exists()


def test_the_page_of_codes_works_without_the_script(anna: Enrolled, laptop: Laptop) -> None:
    page = at_the_door().get(CODE).content.decode()

    assert re.search(r"data-passkey=\"get\"[^>]*hidden", page)
    assert 'name="code"' in page


def test_what_is_kept_of_a_passkey_is_sealed(anna: Enrolled, laptop: Laptop) -> None:
    factor = SecondFactor.objects.get(kind=FactorKind.PASSKEY)

    assert laptop.id not in bytes(factor.secret_box)
    assert b"laptop" not in bytes(factor.label_box)
