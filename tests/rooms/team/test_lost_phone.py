"""Anna lost her phone and her printed codes: Pavel and Nina vouch, three days pass, she connects a new phone."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from tests.rooms.people.test_signing_in import CODE, ME, app_of, at_the_door
from tests.rooms.people.world import Enrolled, enrol
from tests.rooms.team.vouching import LOST, announced, connects, new_phone, ripe, since, spoken

from peredacha.rooms.guardians.services import announce_comeback, recover_member
from peredacha.rooms.journal.models import Act, Entry
from peredacha.rooms.people.models import OneTimeCode, SecondFactor
from peredacha.rooms.people.services import make_printed_codes, new_device, note_device
from peredacha.rooms.people.services.devices import news_of_devices
from peredacha.rooms.vault.models import Comeback, Lost

pytestmark = pytest.mark.django_db
BACKS, KEYS = "/vault/comebacks/", "/vault/"


def page(who: Enrolled, url: str = BACKS) -> str:
    answer = who.client.get(url)
    assert answer.status_code == 200
    return str(answer.content.decode())


def answers(who: Enrolled, anna: Enrolled, word: str = "vouch") -> int:
    return who.client.post(f"{BACKS}{anna.member.id}/answer/", {"answer": word}).status_code


def strangers_page() -> str:
    page = Client().get(LOST).content.decode()
    return page[page.index("<main") : page.index("</main>")]


def test_the_way_is_told_at_the_door_and_on_the_second_step(anna: Enrolled) -> None:
    assert LOST in Client().get("/team/sign-in/").content.decode()
    assert LOST in at_the_door().get(CODE).content.decode()

    assert "<ol" in Client().get(LOST).content.decode()


def test_a_stranger_reads_the_same_page_whoever_lost_a_phone(anna: Enrolled, pavel: Enrolled) -> None:
    before = strangers_page()
    ripe(anna, pavel, enrol("Nina"))

    assert strangers_page() == before and "<ol" in before
    assert Client().post(LOST, {"first": "x"}).url == LOST


def test_anna_comes_back_with_what_two_told_her_by_voice(anna: Enrolled, pavel: Enrolled) -> None:
    nina, old = enrol("Nina", ("lawyer",)), app_of(anna)
    printed = make_printed_codes(member=anna.member)
    note_device(member_id=anna.member.id, device=new_device(), today=timezone.localdate())
    now = datetime.now(UTC)
    with time_machine.travel(now, tick=False):
        told = {"lost": "factors", "member": str(anna.member.id)}
        assert pavel.client.post(BACKS, told).status_code == answers(nina, anna) == 302
        pavels, ninas = spoken(Comeback.objects.get(), pavel, nina)
        assert pavels in page(pavel) and ninas in page(nina)

    with time_machine.travel(now + timedelta(days=3), tick=False):
        hers, another = at_the_door(), at_the_door()
        answer = connects(hers, ninas.upper(), pavels.replace("-", " "))

        assert answer.url == "/team/me/codes/"
        fresh = hers.get("/team/me/codes/").content.decode()
        assert fresh.count("-") > 10 and not any(code in fresh for code in printed)
        assert another.get(CODE).url == "/team/sign-in/" == anna.client.get(ME).url
        assert at_the_door().post(CODE, {"code": old.now()}).status_code == 422
        assert at_the_door().post(CODE, {"code": printed[0]}).status_code == 422
        anna.member.refresh_from_db()
        assert news_of_devices(anna.member, new_device()) == (timezone.localdate(),)
    assert SecondFactor.objects.filter(member=anna.member).count() == 1
    assert OneTimeCode.objects.filter(member=anna.member, used=False).count() == 10
    acts = [Act.VOUCHED, Act.VOUCHED, Act.KEYS_CHANGED]
    assert list(Entry.objects.order_by("number").values_list("act", flat=True)) == acts
    assert not Comeback.objects.exists()


def test_with_the_new_phone_she_signs_in_as_always(anna: Enrolled, pavel: Enrolled) -> None:
    nina = enrol("Nina")
    with time_machine.travel(datetime.now(UTC), tick=False) as clock:
        codes = spoken(ripe(anna, pavel, nina), pavel, nina)
        hers = at_the_door()
        phone = new_phone(hers)
        assert connects(hers, *codes).status_code == 302
        clock.shift(60)

        assert at_the_door().post(CODE, {"code": phone.now()}).status_code == 302


def test_each_of_the_two_reads_the_own_code_and_nobody_else_reads_one(
    anna: Enrolled, pavel: Enrolled
) -> None:
    nina, oleg = enrol("Nina"), enrol("Oleg", ("steward",))
    pavels, ninas = spoken(announced(anna, pavel, nina), pavel, nina)

    assert pavels != ninas
    assert pavels in page(pavel) and ninas not in page(pavel)
    for one in (oleg, anna, nina):
        assert pavels not in page(one)
    assert ninas not in page(oleg) + page(anna)


def test_the_page_says_how_it_stands_to_whoever_gave_the_passphrase(anna: Enrolled, pavel: Enrolled) -> None:
    hers = at_the_door()
    before = hers.get(LOST).content.decode()
    comeback = announced(anna, pavel, None)
    one = hers.get(LOST).content.decode()
    answers(enrol("Nina"), anna)
    two = hers.get(LOST).content.decode()

    assert before.count("notice ") + 1 == one.count("notice ") == two.count("notice ")
    assert one != two and 'name="code"' not in two
    since(comeback, 3)
    assert 'name="code"' in hers.get(LOST).content.decode()
    since(comeback, 31)
    assert 'name="code"' not in hers.get(LOST).content.decode()


def test_who_leads_reads_of_it_and_so_does_anna_herself(anna: Enrolled, pavel: Enrolled) -> None:
    oleg = enrol("Oleg", ("steward",))
    before = {one.login: page(one, KEYS).count(BACKS) for one in (anna, oleg)}
    announced(anna, pavel, None)

    after = {one.login: page(one, KEYS).count(BACKS) for one in (anna, oleg)}
    assert after == {name: count + 1 for name, count in before.items()}


def test_a_steward_stops_it_and_so_does_anna_who_lost_nothing(anna: Enrolled, pavel: Enrolled) -> None:
    nina, oleg = enrol("Nina"), enrol("Oleg", ("steward",))

    for one in (oleg, anna):
        announced(anna, pavel, nina)
        assert answers(one, anna, "stop") == 302 and not Comeback.objects.exists()
    announced(anna, pavel, nina)
    assert answers(nina, anna, "stop") == 422 and Comeback.objects.exists()


def test_a_code_typed_wrong_loses_nothing_that_was_typed(anna: Enrolled, pavel: Enrolled) -> None:
    nina = enrol("Nina")
    pavels, ninas = spoken(ripe(anna, pavel, nina), pavel, nina)
    hers = at_the_door()

    empty = hers.post(LOST, {})
    wrong = hers.post(LOST, {"first": pavels, "second": ninas, "code": "000000"})

    assert empty.status_code == wrong.status_code == 422
    assert pavels in wrong.content.decode() and ninas in wrong.content.decode()
    assert connects(hers, pavels, ninas).status_code == 302


def test_who_lost_everything_gets_new_keys_first_and_the_phone_at_once(
    anna: Enrolled, pavel: Enrolled
) -> None:
    oleg, new = enrol("Oleg", ("steward",)), "пять синих чашек и чемодан"
    comeback = ripe(anna, pavel, oleg, Lost.ALL)
    assert 'name="code"' not in at_the_door().get(LOST).content.decode()

    recover_member(comeback=comeback, passphrase=new, today=timezone.localdate())

    codes = spoken(Comeback.objects.get(), pavel, oleg)
    assert connects(at_the_door(passphrase=new), *codes).status_code == 302
    assert not Comeback.objects.exists()


def test_one_that_nobody_used_begins_anew(anna: Enrolled, pavel: Enrolled) -> None:
    nina = enrol("Nina")
    old = since(announced(anna, pavel, nina), 31)

    fresh = announce_comeback(
        by=nina.member, member=anna.member, lost=Lost.FACTORS, today=timezone.localdate()
    )

    assert fresh.pk != old.pk and fresh.second is None and fresh.since == timezone.localdate()
