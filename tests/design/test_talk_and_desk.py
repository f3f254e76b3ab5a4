"""The elements of the talk and of the desk say what they must, also when something is missing, damaged or hostile."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils.translation import override

from peredacha import design
from peredacha.design.desk_samples import square
from peredacha.design.sheets import whole_page

CSS = Path(design.__file__).parent / "static" / "design" / "css"
WORDS = ["shore", "spoon", "window", "umbrella", "garden", "carbon", "tortoise", "village"]
HOSTILE = "<script>alert(1)</script>"
SHEET = re.compile(r'<link rel="stylesheet" href="[^"]*/(\w+)[^"/]*\.css"')


@pytest.fixture(autouse=True)
def english(own_language: None) -> Iterator[None]:
    """The elements are read in English here."""
    with override("en"):
        yield


def drawn(name: str, **values: Any) -> str:
    """An element with its values, as a page includes it."""
    names = " ".join(f"{key}={key}" for key in values)
    source = f'{{% include "design/elements/{name}.html" with {names} only %}}'
    return Template(source).render(Context(values))


def message(**values: Any) -> dict[str, Any]:
    """A message of Anna to the reader."""
    return {"who": "Anna", "mine": False, "when": "21 June", "text": "Hold on.", **values}


def line(**values: Any) -> dict[str, Any]:
    """A line of the queue that nobody has touched."""
    return {"url": "/a", "title": "Sparrow", "kind": "Danger to life", "kind_class": "danger", **values}


def test_vera_reads_her_eight_words_in_their_order_and_no_browser_translates_them() -> None:
    card = drawn("words_card", words=WORDS, address="peredacha.example")

    assert re.findall(r"<li>(\w+)</li>", card) == WORDS
    assert card.count('translate="no"') == 2
    assert "words-qr" not in card


def test_the_card_tells_nothing_beyond_words_and_address() -> None:
    card = drawn("words_card", words=WORDS, address="peredacha.example")

    told = re.sub(r"<[^>]*>|\s+", " ", card).split()
    assert told == [*WORDS, "peredacha.example"]


def test_the_note_beside_the_card_stays_outside_it() -> None:
    card = drawn("words_card", words=WORDS, address="peredacha.example", note="Shown once.")

    assert card.index("Shown once.") > card.index("</section>")


def test_a_picture_is_drawn_only_when_its_maker_says_it_is_safe() -> None:
    known = drawn("words_card", words=WORDS, address="a", qr=square("shore"), qr_alt="Eight words")
    unknown = drawn("words_card", words=WORDS, address="a", qr="<svg onload=alert(1)>")

    assert "<svg" in known and 'aria-label="Eight words"' in known
    assert "<svg" not in unknown


def test_on_paper_only_the_card_is_left() -> None:
    printed = (CSS / "talk.css").read_text("utf-8").partition("@media print")[2]

    assert ":not(.words-card, .words-card *, :has(.words-card)) { display: none; }" in printed
    assert "break-inside: avoid" in printed


def test_a_message_keeps_its_lines_and_no_tag_of_it_comes_alive() -> None:
    talk = drawn("thread", messages=[message(text=f"One.\nTwo. {HOSTILE}", who=HOSTILE)])

    assert "One.<br>Two." in talk
    assert "<script" not in talk


def test_a_damaged_message_says_so_and_its_neighbours_are_read() -> None:
    talk = drawn("thread", messages=[message(text=None), message(text="I am here.")])

    assert talk.count("This message is damaged and cannot be read.") == 1
    assert "I am here." in talk


def test_a_file_alone_makes_no_empty_paragraph_and_is_never_opened_in_the_page() -> None:
    photo = {"url": "/f", "name": HOSTILE, "size": "2 MB"}
    talk = drawn("thread", messages=[message(text="", files=[photo])])

    assert '<a href="/f" download>' in talk
    assert "<script" not in talk and "damaged" not in talk and "<p></p>" not in talk


def test_the_newest_message_holds_the_anchor() -> None:
    talk = drawn("thread", messages=[message(text="Old."), message(text="New.", mine=True)])

    assert talk.count('id="last"') == 1
    assert talk.index("Old.") < talk.index('id="last"') < talk.index("New.")
    assert "<strong>You</strong>" in talk


def test_an_empty_talk_says_its_sentence_at_the_anchor() -> None:
    assert '<p class="hint" id="last">Nobody has written yet.</p>' in drawn(
        "thread", messages=[], empty="Nobody has written yet."
    )


def test_a_second_talk_on_a_page_has_an_anchor_of_its_own() -> None:
    inner = drawn("thread", messages=[message()], anchor="inner-last")

    assert 'id="inner-last"' in inner and 'id="last"' not in inner


@pytest.mark.parametrize(("missing", "said"), [(1, "1 message was taken"), (3, "3 messages were taken")])
def test_messages_that_somebody_took_out_are_told(missing: int, said: str) -> None:
    assert said in drawn("thread", messages=[message()], missing=missing)
    assert "taken out" not in drawn("thread", messages=[message()], missing=0)


def test_a_request_that_nobody_holds_says_so_in_words() -> None:
    alone = drawn("queue_line", item=line(holder=""))
    held = drawn(
        "queue_line", item=line(holder="Anna", claimed="Pavel is looking at it", alarms=["No insulin"])
    )

    assert "With nobody yet" in alone and "mark-danger" in alone and "Danger to life" in alone
    assert "With: Anna" in held and "Pavel is looking at it" in held and "No insulin" in held
    assert "With nobody yet" not in held


@pytest.mark.parametrize(
    ("state", "said"), [("calm", "In order"), ("warn", "Look here"), ("alarm", "Alarm"), ("", "In order")]
)
def test_the_health_of_the_queue_is_said_in_words_too(state: str, said: str) -> None:
    strip = drawn("health", items=[{"label": "Waiting", "value": 12, "state": state}])

    assert f'<dd class="health-state">{said}</dd>' in strip


def test_the_bar_of_a_matter_tells_alarms_aloud_and_who_stands_by() -> None:
    bar = drawn("identity", title="Sparrow", rows=[("Stage", "Trial")], alarms=["Place unknown."], holder="")

    assert re.search(r'role="status"><p class="alarm">Place unknown', bar)
    assert "<h1" in bar and "Nobody yet" in bar and "Trial" in bar
    assert 'role="status"' not in drawn("identity", title="Sparrow", rows=[], holder="Anna")


def test_a_suggestion_gives_its_reasons_and_the_wish_let_go() -> None:
    text = drawn("suggestion", item={"name": "Anna", "reasons": ["The same prison."], "relaxed": "No Tatar."})

    assert "<li>The same prison.</li>" in text and "No Tatar." in text
    assert text.count("<article>") == text.count("</article>") == 1


def test_readers_and_history_leave_out_what_is_not_known() -> None:
    readers = drawn("reader_list", items=[{"name": "Larisa", "until": "24 June"}, {"name": "Anna"}])
    history = drawn("history", items=[{"when": "22 June", "who": "", "what": "Confirmed."}])

    assert "until 24 June" in readers and "since" not in readers
    assert "<strong>" not in history and "Confirmed." in history


def test_a_helper_finds_her_sections_and_signs_out_by_a_plain_form() -> None:
    sections = [{"url": "/queue", "text": "Queue", "current": True, "count": 3}, {"url": "/me", "text": "Me"}]
    page = render_to_string(
        "design/page.html", {"sections": sections, "sign_out_url": "/out", "csrf_token": "of-this-visit"}
    )

    assert page.count('aria-current="page"') == 1
    form = page[page.index('action="/out"') :]
    assert 'value="of-this-visit"' in form
    assert "desk" in SHEET.findall(page.partition("</head>")[0])


def test_a_stranger_sees_no_section_and_pays_for_no_sheet_of_the_desk() -> None:
    page = render_to_string("design/page.html", {})

    assert not {"desk", "talk"} & set(SHEET.findall(page))
    assert "sections" not in page and "eight words" not in page


def test_who_has_the_words_finds_the_door_in_the_footer() -> None:
    page = render_to_string("design/page.html", {"return_url": "/words/"})

    assert re.search(r'<a href="/words/">I have eight words</a>', page.partition("<footer")[2])


def test_a_talk_saved_as_one_file_carries_its_sheet_inside() -> None:
    page = render_to_string("design/page.html", {"return_url": "/words/"})
    talk = drawn("thread", messages=[message()])

    saved = whole_page(page.replace("</main>", f"{talk}</main>"))

    assert ".said-mine" in saved and "talk.css" not in saved
    assert ".said-mine" not in whole_page(page)
