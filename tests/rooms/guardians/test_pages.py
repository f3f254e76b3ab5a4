"""The pages of the vault, as Pavel, Oleg, Anna and Igor meet them."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from tests.rooms.guardians.world import standing_recovery
from tests.rooms.matters.world import asks, keys
from tests.rooms.people.world import PASSPHRASE, Enrolled, enrol
from tests.rooms.vault.test_pins import swap_by_a_live_host, swap_by_sql
from tests.rooms.vault.world import circle_of, founder, frozen, grants_of, holder, opens, seated, today

from peredacha.rooms.guardians.selectors import recovery_of
from peredacha.rooms.guardians.services import count_opening, recovery_keys, seal_house, unseal_with_boot_key
from peredacha.rooms.people.services import SignedIn, sign_in
from peredacha.rooms.vault.models import Circle, CircleName, Comeback, House, Recovery, SealLink
from peredacha.rooms.vault.selectors import is_closed, seated_members
from peredacha.rooms.vault.services import grant, open_safe, remove_reader

pytestmark = pytest.mark.django_db
ROOMS = (
    *(
        "",
        "circles/",
        "renewal/",
        "keys/",
        "agreements/",
        "recovery/",
        "recovery/draw/",
        "comebacks/",
        "close/",
    ),
)


def page(who: Enrolled | Client, path: str, status: int = 200) -> str:
    client = who.client if isinstance(who, Enrolled) else who
    answer = client.get(f"/vault/{path}")
    assert answer.status_code == status, (path, answer.status_code)
    return answer.content.decode()


def sends(who: Enrolled, path: str, **fields: str) -> int:
    return who.client.post(f"/vault/{path}", fields).status_code


def listed(text: str) -> list[str]:
    return re.findall(r"<li><strong>([^<]+)</strong></li>", text)


def test_pavel_finds_his_circles_founded_and_every_page_opens_for_him() -> None:
    pavel = enrol("Pavel", ("coordinator", "steward"))

    first = page(pavel, "circles/")

    assert Circle.objects.count() == len(CircleName) and first.count("Pavel") >= len(CircleName)
    assert [page(pavel, path) for path in ROOMS]


@pytest.mark.parametrize("path", ROOMS)
def test_a_stranger_and_a_family_are_led_to_the_door(path: str) -> None:
    founder()
    vera = asks()

    for client in (Client(), vera.client):
        answer = client.get(f"/vault/{path}")
        assert (answer.status_code, answer.url) == (302, "/team/sign-in/")
        assert client.post(f"/vault/{path}").status_code in (403, 405)


def test_a_veteran_sees_only_what_is_for_everybody() -> None:
    founder()
    anna = enrol("Anna")

    opened = {path for path in ROOMS if anna.client.get(f"/vault/{path}").status_code == 200}

    ways = set(re.findall(r'href="/vault/([^"]*)"', page(anna, "").split("<main", 1)[1]))
    assert opened == {"", "keys/", "comebacks/", "close/"} == ways | {""}


def test_two_people_give_the_third_seat_on_their_pages() -> None:
    pavel = founder()
    oleg, nina = seated("Oleg", pavel), enrol("Nina", ("coordinator",))
    place = f"circles/{circle_of().id}/{nina.member.id}"

    assert sends(pavel, f"{place}/seat/") == 302 and nina.member not in seated_members(circle_of())
    assert sends(pavel, f"{place}/confirm/") == 422
    assert f"{place}/confirm/" not in page(pavel, "circles/")
    assert f"{place}/confirm/" in page(oleg, "circles/")
    assert "/vault/circles/" in page(oleg, "")
    assert sends(oleg, f"{place}/confirm/") == 302 and nina.member in seated_members(circle_of())


def test_nobody_reaches_into_another_chapter() -> None:
    pavel, igor = founder(), founder("Igor", "volga")
    oleg = seated("Oleg", pavel)
    reception = circle_of()
    asked = (
        f"circles/{reception.id}/{igor.member.id}/seat/",
        f"circles/{reception.id}/{oleg.member.id}/unseat/",
        f"renewal/{oleg.member.id}/",
        f"comebacks/{oleg.member.id}/answer/",
    )

    assert [sends(igor, path) for path in asked] == [404, 404, 404, 404]
    assert "Oleg" not in page(igor, "circles/") + page(igor, "comebacks/") + page(igor, "renewal/")
    assert sends(igor, "comebacks/", lost="keys", member=str(oleg.member.id)) == 422
    assert igor.client.get(f"/vault/keys/{oleg.member.id}/").status_code == 404
    assert not Comeback.objects.exists()


def test_a_seat_is_taken_away_after_a_question_and_the_keys_are_renewed_step_by_step() -> None:
    pavel = founder()
    igor = seated("Igor", pavel)
    vera = asks()
    place = f"circles/{circle_of().id}/{igor.member.id}/unseat/"

    assert "Igor" in page(pavel, place) and igor.member in seated_members(circle_of())
    assert sends(pavel, place) == 302
    assert 'value="safes"' in page(pavel, "renewal/")
    assert sends(pavel, "renewal/", what="safes") == sends(pavel, "renewal/", what="texts") == 302
    assert 'name="what"' not in page(pavel, "renewal/")
    assert opens(igor, vera.matter.safe) is None and opens(pavel, vera.matter.safe) is not None
    assert sends(pavel, "renewal/", what="nonsense") == 302


def test_the_last_one_is_told_to_find_somebody_first() -> None:
    pavel = founder()

    answer = pavel.client.post(f"/vault/circles/{circle_of().id}/{pavel.member.id}/unseat/")

    assert answer.status_code == 422 and seated_members(circle_of()) == [pavel.member]


def test_who_was_frozen_stands_on_the_page_until_every_key_is_taken() -> None:
    pavel, vera, anna = founder(), asks(), enrol("Anna")
    keys(anna)
    opened = opens(pavel, vera.matter.safe)
    assert opened is not None
    grant(keys=keys(pavel), opened=opened, holder=holder(anna))
    frozen(anna)

    assert "Anna" in page(pavel, "renewal/") and "/vault/renewal/" in page(pavel, "").split("<main", 1)[1]
    assert sends(pavel, f"renewal/{anna.member.id}/") == 302
    assert "Anna" not in page(pavel, "renewal/") and grants_of(anna) == 0


def test_a_changed_key_stops_the_seat_and_is_accepted_after_a_call() -> None:
    pavel = founder()
    oleg = seated("Oleg", pavel)
    swap_by_a_live_host(oleg)
    lawyers = circle_of(CircleName.LAWYERS)
    oleg.member.roles.update(kind="lawyer")

    answer = pavel.client.post(f"/vault/circles/{lawyers.id}/{oleg.member.id}/seat/")

    compare = f"/vault/keys/{oleg.member.id}/"
    assert answer.status_code == 409 and compare in answer.content.decode()
    assert len(listed(pavel.client.get(compare).content.decode())) == 12
    assert pavel.client.post(compare).status_code == 302
    assert sends(pavel, f"circles/{lawyers.id}/{oleg.member.id}/seat/") == 302
    assert oleg.member in seated_members(lawyers)


def test_a_key_that_the_house_did_not_write_cannot_be_accepted() -> None:
    pavel, oleg = founder(), enrol("Oleg", ("coordinator",))
    keys(oleg)
    swap_by_sql(oleg)

    answer = pavel.client.post(f"/vault/circles/{circle_of().id}/{oleg.member.id}/seat/")

    assert answer.status_code == 409 and "/vault/keys/" not in answer.content.decode().split("<main", 1)[1]
    assert pavel.client.post(f"/vault/keys/{oleg.member.id}/").status_code == 404


def test_oleg_whose_key_was_swapped_is_warned_and_reads_his_true_words() -> None:
    pavel = founder()
    oleg = seated("Oleg", pavel)
    before = listed(page(oleg, "keys/"))
    swap_by_a_live_host(oleg)

    assert page(oleg, "circles/", 409) and oleg.client.get("/desk/").status_code == 409
    assert listed(page(oleg, "keys/")) == before
    assert listed(page(pavel, f"keys/{oleg.member.id}/")) != before


def write_down(steward: Enrolled) -> list[str]:
    """The whole ceremony on the pages; gives the shares as they were on the screen."""
    papers: list[str] = []
    while (answer := steward.client.get("/vault/recovery/share/")).status_code == 200:
        words = listed(answer.content.decode())
        papers.append(" ".join(words))
        asked = re.findall(r'name="(word_(\d+))"', page(steward, "recovery/share/check/"))
        assert len(asked) == 3
        assert sends(steward, "recovery/share/check/", **{name: "zero" for name, _at in asked}) == 422
        typed = {name: words[int(at)].upper() + " " for name, at in asked}
        assert sends(steward, "recovery/share/check/", **typed) == 302
    return papers


def test_the_key_of_last_resort_is_written_down_share_by_share_announced_and_opens_after_three_days() -> None:
    pavel = founder()
    vera = asks()

    assert sends(pavel, "recovery/draw/", shares="3", needed="2") == 302
    papers = write_down(pavel)

    assert [len(paper.split()) for paper in papers] == [33, 33, 33]
    found = recovery_of("demo")
    assert found is not None and (found.state, found.needed, found.shares) == ("announced", 2, 3)
    Recovery.objects.update(since=today() - timedelta(days=3))
    page(pavel, "recovery/")
    assert sends(pavel, "renewal/", what="recovery") == 302
    assert open_safe(recovery_keys(papers[1:]), vera.matter.safe_id, now=timezone.now()) is not None


@pytest.mark.parametrize(
    ("shares", "needed"), [("", ""), ("5", "6"), ("1", "1"), ("x", "2"), ("99", "3"), ("3", "1")]
)
def test_numbers_that_cannot_be_are_refused_with_a_sentence(shares: str, needed: str) -> None:
    pavel = founder()

    assert sends(pavel, "recovery/draw/", shares=shares, needed=needed) == 422
    assert pavel.client.get("/vault/recovery/share/").status_code == 302


def test_a_ceremony_that_was_broken_off_leaves_nothing() -> None:
    pavel = founder()
    sends(pavel, "recovery/draw/", shares="3", needed="2")

    assert sends(pavel, "recovery/drop/") == 302
    assert pavel.client.get("/vault/recovery/share/").status_code == 302 and not Recovery.objects.exists()


def test_another_steward_stops_it_on_the_page_while_it_is_announced_and_two_once_it_stands() -> None:
    pavel, anna = founder(), enrol("Anna", ("steward",))
    sends(pavel, "recovery/draw/", shares="2", needed="2")
    write_down(pavel)
    assert sends(anna, "recovery/stop/") == 302 and recovery_of("demo") is None

    standing_recovery(pavel)
    assert sends(anna, "recovery/stop/") == 422
    [approve] = re.findall(r"/vault/(agreements/[^/\"]+/)\"", page(pavel, "agreements/"))
    assert sends(anna, approve) == 422 and sends(pavel, approve) == 302
    assert sends(anna, "recovery/stop/") == 302 and recovery_of("demo") is None


def test_a_helper_who_lost_everything_comes_back_on_the_pages() -> None:
    pavel = founder()
    oleg, nina = seated("Oleg", pavel), seated("Nina", pavel)
    vera, shares = asks(), standing_recovery(pavel)
    place = f"comebacks/{nina.member.id}/"

    assert sends(pavel, "comebacks/", lost="keys", member=str(nina.member.id)) == 302
    assert sends(pavel, f"{place}answer/", answer="vouch") == 422
    assert sends(oleg, f"{place}answer/", answer="vouch") == 302
    new = {"passphrase": "пять синих чашек и чемодан", "shares": "\n".join(shares[:2])}
    assert sends(pavel, place, **new) == 422
    Comeback.objects.update(since=today() - timedelta(days=3))
    assert place in page(pavel, "comebacks/")
    assert sends(pavel, place, **new | {"passphrase": "short"}) == 422
    wrong = pavel.client.post(f"/vault/{place}", new | {"shares": shares[0]})
    assert wrong.status_code == 422 and shares[0] in wrong.content.decode()
    assert "пять синих" not in wrong.content.decode()
    assert sends(pavel, place, **new) == 302
    back = sign_in(login="nina", passphrase=new["passphrase"], now=timezone.now())
    assert isinstance(back, SignedIn)
    assert not isinstance(sign_in(login="nina", passphrase=PASSPHRASE, now=timezone.now()), SignedIn)
    nina.pair = type(nina.pair).unpacked(back.visit.keys)
    nina.visit = back.visit
    nina.member.refresh_from_db()
    assert opens(nina, vera.matter.safe) is not None


def test_any_helper_closes_the_house_with_one_tick_and_not_without_it() -> None:
    founder()
    anna = enrol("Anna")

    assert sends(anna, "close/") == 422 and not is_closed()
    assert sends(anna, "close/", sure="on") == 302 and is_closed()
    assert anna.client.get("/vault/").status_code == 503


def test_the_address_for_the_worst_day_works_from_any_telephone_once() -> None:
    founder()
    anna = enrol("Anna")
    shown = anna.client.post("/vault/close/addresses/", {"what": "make"}).content.decode()
    address = urlsplit(re.findall(r"http\S+/vault/close/now/[\w-]{43}/", shown)[0]).path
    stranger = Client()

    assert stranger.get(address[:-3] + "xx/").status_code == 404
    assert stranger.post(address[:-3] + "xx/").status_code == 404 and not is_closed()
    assert stranger.get(address).status_code == 200 and not is_closed()
    assert stranger.post(address).status_code == 503 and is_closed()
    unseal_with_boot_key()
    assert stranger.get(address).status_code == stranger.post(address).status_code == 404
    assert not is_closed()


def test_the_address_is_kept_nowhere_and_can_be_made_void() -> None:
    anna = enrol("Anna")
    shown = anna.client.post("/vault/close/addresses/", {"what": "make"}).content.decode()
    token = re.findall(r"/vault/close/now/([\w-]{43})/", shown)[0]

    assert token.encode() not in bytes(SealLink.objects.get().tag) and token not in page(anna, "close/")
    assert sends(anna, "close/addresses/", what="withdraw") == 302
    assert Client().get(f"/vault/close/now/{token}/").status_code == 404


def test_a_steward_sets_the_silent_days_and_gives_a_sign() -> None:
    pavel, anna = founder(), enrol("Anna")

    assert sends(anna, "close/days/", **{"check-days": "3"}) == 404
    assert sends(pavel, "close/days/", **{"check-days": "0"}) == 422
    assert sends(pavel, "close/days/", **{"check-days": "7"}) == 302
    House.objects.update(checked_on=today() - timedelta(days=6))
    assert "/vault/close/" in page(pavel, "").split("<main", 1)[1].split("<ul>", 1)[0]
    assert sends(pavel, "close/sign/") == 302 and House.objects.get().checked_on == today()
    assert sends(pavel, "close/days/", **{"check-days": ""}) == 302
    assert House.objects.get().check_in_days is None


def test_stewards_are_told_of_many_openings_and_nobody_else(settings) -> None:
    settings.OPENINGS_BUDGET = 2
    pavel, oleg = founder(), enrol("Oleg", ("coordinator",))
    anna = enrol("Anna")
    for _matter in range(3):
        count_opening(member=anna.member, today=today())

    assert "Anna" in page(pavel, "") and "Anna" not in page(oleg, "") and "Anna" not in page(anna, "")


def test_after_a_frozen_member_was_taken_out_and_the_house_sealed_nothing_is_open(settings) -> None:
    pavel, anna = founder(), enrol("Anna")
    frozen(anna)
    remove_reader(keys=keys(pavel), member=anna.member)
    seal_house()

    assert {Client().get(f"/vault/{path}").status_code for path in ROOMS} == {503}
