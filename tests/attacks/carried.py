"""What is carried to Vera's son and what lies in the store; her mark in everything that is hers, another in letters."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.gateways.bindery.samples import black_photo
from tests.rooms.aid.world import LETTER, TEA, answers, puts
from tests.rooms.batches.world import at_once, no_batch_solver
from tests.rooms.errands.world import Packing, errands_for, today
from tests.rooms.letters.world import Writing, goes_out, writes
from tests.rooms.mailroom.world import at as at_mail
from tests.rooms.mailroom.world import comes, opened_by, seen_letter, with_photo
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.parcels.world import WISHES, petya_walks, vera_wants
from tests.rooms.people.world import Enrolled, enrol
from tests.rooms.stores.world import lies, the_cupboard, the_tea
from tests.rooms.visits.world import at as at_visits
from tests.rooms.visits.world import boxes, visit_at

from peredacha.rooms.aid.models import AidFile, AidRow, Offer
from peredacha.rooms.batches.models import Batch, BatchPaper
from peredacha.rooms.batches.services import Wanted, begin_batch, find_opened
from peredacha.rooms.batches.services.keeping import keep_papers, with_place
from peredacha.rooms.errands.models import ErrandFile
from peredacha.rooms.facilities.models import Facility, Report
from peredacha.rooms.goods.models import Good, GoodPaper
from peredacha.rooms.letters.models import Card, Consent, Correspondent, Letter, ReplyRow, ReplyScan
from peredacha.rooms.letters.services import agree
from peredacha.rooms.mailroom.models import PaperLetter
from peredacha.rooms.mailroom.services import choose_matter
from peredacha.rooms.parcels.models import ContentLine, Contents, ParcelRequest
from peredacha.rooms.parcels.services import ParcelFile, lay_in, take_step
from peredacha.rooms.postroom.services import Screening, look_at, open_reply, take_reply
from peredacha.rooms.stores.models import Kit, Lot, Place
from peredacha.rooms.stores.services import add_drive, make_kit, set_line
from peredacha.rooms.tallies.models import Spending, Tally
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.services import found_circle, seat_member
from peredacha.rooms.visits.models import Ride

PENNAME = "Чиж2277"
"""Stands in everything that a writer reads: the alias and the letters."""
Ids = dict[str, list[Any]]


@dataclass
class Carried:
    """Who carries and writes, and the random names of all of it by room and by place in an address."""

    petya: Enrolled
    polina: Enrolled
    colony: str
    delivered: UUID
    """The parcel that ended."""
    ids: dict[str, Ids] = field(default_factory=dict)

    def known(self, room: str, place: str) -> list[Any] | None:
        """What may stand at a place of an address of one room; None where this is another room's."""
        return self.ids.get(room, {}).get(place)


def carried_to(mark: str, vera: FamilyAtDoor, pavel: Enrolled) -> Carried:
    """Pavel founds two circles, Petya carries, Polina writes: one of everything that there can be."""
    chapter, polina = circles(pavel)
    colony = Facility.objects.filter(kind="colony")[0].public_id
    errands_for(
        vera.keys,
        vera,
        facility=colony,
        needs=f"{mark} нужда",
        clothes=f"{mark}-52",
        confirmed_by="call",
        sex="m",
        held="colony",
        alias=PENNAME,
    )
    goods = store(chapter.petya)
    box, ended = parcels(mark, vera, chapter)
    world = Carried(chapter.petya, polina, colony, ended.id)
    batch = many(f"{mark} ярлык", chapter.petya)
    visit, ride = meets(mark, vera, chapter.petya, colony)
    world.ids = {
        "errands": {"errands": [ErrandFile.objects.get().id], "slot": [planned(mark, vera)], "number": [1]},
        "parcels": {"parcel": [box.id], "step": ["planned", "packed", "elsewhere"]},
        "boxes": {"parcel": [box.id]},
        "batches": {"batch": [batch.id], "paper": [BatchPaper.objects.get().id]},
        "stores": goods,
        "goods": goods,
        "visits": {"visit": [visit], "ride": [ride]},
        "tallies": {"spending": [spent(pavel)], "month": [timezone.localdate().strftime("%Y-%m")]},
        "facilities": {"report": [told_by_a_stranger(colony)]},
        "mailroom": mail(mark, vera, pavel),
        "aid": aid(mark, chapter.petya, colony),
        **letters(mark, Writing(chapter, polina, polina, vera)),
    }
    assert Tally.objects.filter(kind="parcel_delivered").exists()
    return world


def circles(pavel: Enrolled) -> tuple[Packing, Enrolled]:
    """Petya sits among the packers alone, Polina among the writers alone."""
    seated = []
    for name, kind, circle in (
        ("Petya", "packer", CircleName.PACKERS),
        ("Polina", "writer", CircleName.WRITERS),
    ):
        founded = found_circle(keys=keys(pavel), chapter="demo", name=circle)
        helper = enrol(name, (kind,), invited_by=pavel.member)
        seat_member(keys=keys(pavel), circle=founded, member=helper.member)
        seated.append(helper)
    return Packing(pavel, seated[0]), seated[1]


def store(petya: Enrolled) -> Ids:
    """Tea in a cupboard with its certificate, and a ready set."""
    tea = the_tea()
    lot, kit = lies(tea, 40, days=300), make_kit(chapter="demo", name="Первая передача")
    set_line(chapter="demo", kit=kit.id, good=tea, pieces=2)
    file = SimpleUploadedFile("c.jpg", black_photo((60, 90)))
    assert petya.client.post(reverse("goods:papers", args=[tea.id]), {"file": file}).status_code == 302
    add_drive(chapter="demo", name="Ярмарка", what="чай", day=today(), grams=40_000)
    assert Good.objects.get() == tea and Lot.objects.get() == lot and Kit.objects.get() == kit
    place = Place.objects.get(name=the_cupboard().name)
    return {
        "good": [tea.id],
        "lot": [lot.id],
        "kit": [kit.id],
        "place": [place.id],
        "paper": [GoodPaper.objects.get().id],
    }


def parcels(mark: str, vera: FamilyAtDoor, chapter: Packing) -> tuple[ParcelFile, ParcelFile]:
    """One that waits for its box, and one that reached him."""
    request = ParcelRequest(wishes=WISHES, words=f"{mark} мёрзнет")
    ended = petya_walks(chapter, vera_wants(vera, request), "planned")
    now, on = timezone.now(), today()
    inside = Contents.of((ContentLine(f"{mark} пряник", "tea-1", 2, 230, ("tea",)),), 400)
    ended = lay_in(parcel=ended, contents=inside, now=now)
    ended = take_step(parcel=ended, step="handed", now=now, on=on, text=f"{mark} квитанция")
    ended = take_step(parcel=ended, step="delivered", now=now, on=on)
    return petya_walks(chapter, vera_wants(vera, request), "planned"), ended


def many(said: str, packer: Enrolled) -> Batch:
    """A batch of everything that waits, with labels that are printed and say this."""
    opener, now = keys(packer), timezone.now()
    with at_once(), no_batch_solver():
        batch = begin_batch(keys=opener, wanted=Wanted(), now=now)
    opened = find_opened(opener, batch, now=now)
    assert opened is not None
    keep_papers(with_place(opener, opened, now=now), "labels", f"%PDF-1.7 {said} %%EOF".encode(), now)
    return Batch.objects.get(id=batch.id)


def planned(mark: str, vera: FamilyAtDoor) -> str:
    """Vera plans a visit of her own; gives the random name of its place in the counter."""
    day = {**boxes(today() + timedelta(days=5)), "kind": "short_visits", "note": f"{mark} сама"}
    answer = vera.client.post(f"/en/errands/matters/{vera.matter.id}/plan/", {**day, "key": str(uuid4())})
    assert answer.status_code == 302, answer.content.decode()
    return own_slot(vera)


def own_slot(vera: FamilyAtDoor) -> str:
    """The random name of what Vera plans herself."""
    from_page = vera.client.get(f"/en/errands/matters/{vera.matter.id}/").content.decode()
    return from_page.partition("/slots/")[2].partition("/")[0]


def meets(mark: str, vera: FamilyAtDoor, petya: Enrolled, colony: str) -> tuple[UUID, UUID]:
    """The grandmother wants to see him, and goes with Petya."""
    on = today() + timedelta(days=10)
    begun = vera.client.post(at_visits(vera, "new/"), {"kind": "short", "once": str(uuid4()), **boxes(on)})
    assert begun.status_code == 302, begun.content.decode()
    page = begun["Location"].removesuffix("who/")
    told = {"who": f"{mark} бабушка", "wants_seats": "2", "from_where": f"{mark} вокзал"}
    assert vera.client.post(f"{page}who/", told).status_code == 302
    assert vera.client.post(f"{page}day/", boxes(on)).status_code == 302
    car = {"facility": colony, "hour": "7:00", "from_where": f"{mark} площадь", "seats": "4"}
    car |= {"words": f"{mark} синяя", "once": str(uuid4()), **boxes(on)}
    assert petya.client.post("/en/visits/rides/new/", car).status_code == 302
    visit, ride = visit_at(vera, page), Ride.objects.get()
    given = petya.client.post(f"/en/visits/rides/{ride.id}/give/", {"visit": str(visit.id)})
    assert given.status_code == 302, given.content.decode()
    return visit.id, ride.id


def letters(mark: str, world: Writing) -> dict[str, Ids]:
    """Polina's letters to an alias: one was answered, one has an answer that nobody looked at, one waits."""
    alias = Card(alias=PENNAME, interests=f"{PENNAME} кошки", silent_on=f"{PENNAME} болезнь")
    consent, vera = Consent("prisoner", f"{mark} сказал"), world.vera
    file = file_of(vera.keys, vera.matter)
    agree(keys=vera.keys, file=file, card=alias, consent=consent, now=timezone.now())
    for said in ("ответ", "второй ответ"):
        letter = goes_out(world, writes(world.nina, f"Здравствуйте, {PENNAME}!"))
        answered(f"{mark} {said}", world, letter)
    reply = ReplyRow.objects.order_by("pk").first()
    assert reply is not None
    looked = open_reply(keys(world.petya), reply, now=timezone.now())
    assert looked is not None
    found = Screening(words=f"{PENNAME} для всех", shown=False)
    assert look_at(keys=keys(world.petya), reply=looked, found=found, now=timezone.now())
    waits = writes(world.nina, f"Здравствуйте, {PENNAME}! Ещё раз.")
    names = [waits.id, *Letter.objects.exclude(id=waits.id).values_list("id", flat=True)]
    pages = list(ReplyScan.objects.values_list("id", flat=True)[:1])
    replies = list(ReplyRow.objects.filter(screened=False).values_list("id", flat=True))
    whom = list(Correspondent.objects.values_list("id", flat=True))
    both: Ids = {"letter": names, "page": pages, "reply": replies, "correspondent": whom}
    return {"letters": both, "postroom": both}


def answered(said: str, world: Writing, letter: Letter) -> None:
    """Words and a page of an answer come by post."""
    told = {"keys": keys(world.petya), "letter": letter, "on": timezone.localdate(), "now": timezone.now()}
    take_reply(**told, words=said)
    take_reply(**told, body=black_photo((80, 60)))


def mail(mark: str, vera: FamilyAtDoor, pavel: Enrolled) -> Ids:
    """Three paper letters: one that nobody looked at, one that was looked at, one that lies in the matter."""
    name = {
        "writer": "inside",
        "who": f"{mark}ов {mark}",
        "place": f"{mark} конверт",
        "words": f"{mark} строки",
    }
    waits, goes = comes(pavel), seen_letter(pavel, who=name)
    seen = seen_letter(pavel, who={**name, "place": f"{mark} полка"})
    with_photo(pavel, waits, black_photo((70, 90)))
    assert choose_matter(paper=opened_by(pavel, goes), matter=str(vera.matter.id))
    assert pavel.client.post(at_mail(goes, "into/"), {"into": "helpers"}).status_code == 302
    assert PaperLetter.objects.get(id=goes.id).safe_id is None
    return {"letter": [waits.id, seen.id], "number": [1], "question": ["danger", "who"]}


def aid(mark: str, petya: Enrolled, colony: str) -> Ids:
    """An offer of tea to a colony, with its letter and a certificate."""
    begun = petya.client.post("/aid/new/", {"place": colony})
    assert begun.status_code == 302
    assert puts(petya.client, begun["Location"], {**TEA, "name": f"{mark} чай"}).status_code == 302
    told = {**LETTER, "giver": f"{mark} группа", "official": f"{mark} Б. Б."}
    answers(petya.client, f"{begun['Location']}papers/offer/", told)
    file = SimpleUploadedFile("c.jpg", black_photo((60, 60)))
    sent = {"file": file, "what": "certificate", "words": f"{mark} сертификат"}
    assert petya.client.post(f"{begun['Location']}file/", sent).status_code == 302
    rows = list(AidRow.objects.values_list("id", flat=True)[:1])
    names = {"offer": [Offer.objects.get().id], "file": [AidFile.objects.get().id], "row": rows}
    return {**names, "key": ["offer"], "number": [1]}


def spent(pavel: Enrolled) -> UUID:
    """A sum for postage."""
    now = timezone.localdate()
    told = {"what": "postage", "kopecks": "310,50", "month": now.strftime("%Y-%m"), "once": str(uuid4())}
    sent = pavel.client.post("/tallies/spending/", told)
    assert sent.status_code == 302, sent.content.decode()
    return Spending.objects.get().id


def told_by_a_stranger(colony: str) -> UUID:
    """Somebody without a name says that the honey was refused."""
    told = {"verdict": "refused", "refused": "banned", "on": timezone.localdate().isoformat()}
    sent = Client().post(reverse("facilities:tell", args=[colony, "goods", "honey"]), told)
    assert sent.status_code == 302, sent.content.decode()
    return Report.objects.get().id
