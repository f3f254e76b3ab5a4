"""What the catalogue shows in the elements of helpers and of their talk with a family: invented people and requests."""

from typing import Any

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

ADDRESS = "peredacha.example"
WORDS = {
    "ru": ["берег", "ложка", "ветер", "экономия", "туман", "лодка", "четверть", "сосна"],
    "en": ["shore", "spoon", "window", "umbrella", "garden", "carbon", "tortoise", "village"],
}


def gather() -> dict[str, Any]:
    """All sample values of the second trip by the names that the demos use."""
    return {
        "card": card(),
        "talk": talk(),
        "queue": queue(),
        "health": health(),
        "matter": matter(),
        "suggestions": suggestions(),
        "promises": promises(),
        "history": history(),
        "readers": readers(),
        "sections": sections(),
    }


def card() -> dict[str, Any]:
    """Eight words in the language of the page, and the square for a camera."""
    words = WORDS.get((get_language() or "ru")[:2], WORDS["en"])
    return {"words": words, "address": ADDRESS, "qr": square(" ".join(words))}


def square(text: str) -> SafeString:
    """A text as a picture that a camera reads, without size and colour of its own."""
    drawn = segno.make(text, micro=False).svg_inline(svgclass=None, lineclass=None, omitsize=True, border=2)
    return mark_safe(drawn)  # noqa: S308  # segno draws it from paths alone  # nosec B308 B703


def talk() -> list[dict[str, Any]]:
    """A short talk with every kind of message."""
    paper = {"url": "#file", "name": _("Order of the investigator.pdf"), "size": _("1.2 MB")}
    return [
        {
            "who": _("Vera"),
            "when": _("21 June, 16:10"),
            "text": _("They took him at half past two.\nI do not know where he is."),
            "mine": True,
        },
        {
            "who": _("Anna"),
            "when": _("21 June, 16:25"),
            "text": _("I am Anna. My husband was in the same place two years ago. You are not alone now."),
            "files": [paper],
            "is_new": True,
        },
        {"who": _("Anna"), "when": _("21 June, 16:27"), "text": None},
    ]


def queue() -> list[dict[str, Any]]:
    """Three requests, the most urgent first."""
    return [
        {
            "url": "#1",
            "kind": _("Danger to life or health"),
            "kind_class": "danger",
            "title": _("Sparrow, without insulin since yesterday"),
            "facts": [_("Police custody"), _("Zarechny region")],
            "due": _("today by 18:00"),
            "age": _("waits 40 minutes"),
            "holder": "",
            "alarms": [_("The medicine ends tonight.")],
            "claimed": _("Pavel is looking at it until 14:40"),
        },
        {
            "url": "#2",
            "kind": _("A deadline runs out"),
            "kind_class": "deadline",
            "title": _("Rowan, complaint about the arrest"),
            "facts": [_("Remand prison"), _("mother")],
            "due": _("tomorrow"),
            "age": _("waits 3 hours"),
            "holder": _("Larisa"),
            "news": _("2 new messages"),
        },
        {"url": "#3", "kind": _("Place unknown"), "kind_class": "place", "title": _("Lantern, on convoy")},
        {"url": "#4", "kind": _("Letters"), "kind_class": "letter", "title": _("Birch, first letter")},
    ]


def health() -> list[dict[str, Any]]:
    """A queue that mostly stands well."""
    return [
        {"label": _("Waiting"), "value": 12, "state": "calm"},
        {"label": _("The oldest waits"), "value": _("3 h"), "state": "warn"},
        {"label": _("Due today or earlier"), "value": 2, "state": "alarm", "note": _("one within the hour")},
        {"label": _("Held by nobody"), "value": 0, "state": "calm"},
    ]


def matter() -> dict[str, Any]:
    """The bar of one matter."""
    return {
        "title": _("Sparrow"),
        "rows": [
            (_("Stage"), _("Remand prison, before the trial")),
            (_("Place"), _("Remand prison No. 1, known for 3 days")),
            (_("Next date"), _("30 June")),
        ],
        "alarms": [_("Nobody has reached the family for 5 days.")],
        "holder": _("Anna"),
        "next": {"what": _("Larisa prepares the complaint."), "by": _("by 24 June")},
    }


def suggestions() -> list[dict[str, Any]]:
    """One who fits, and one for whom a wish had to be let go."""
    return [
        {
            "name": _("Anna"),
            "reasons": [
                _("Her husband was in the same remand prison."),
                _("She can take two more families."),
            ],
            "note": _("She has not been asked yet."),
        },
        {
            "name": _("Marina"),
            "reasons": [_("Her son stood trial under the same article.")],
            "relaxed": _("Nobody free speaks Tatar, so this wish was let go."),
        },
    ]


def promises() -> list[dict[str, Any]]:
    """What is kept of a request."""
    return [
        {"term": _("What is kept"), "text": _("Your answers and what you write to us.")},
        {
            "term": _("How it is sealed"),
            "text": _("Each text by itself. The disk without the keys is useless."),
        },
        {"term": _("Until when"), "text": _("Until you erase it, or 90 days after the last message.")},
        {
            "term": _("Who can read"),
            "text": _("Those on shift, and whoever stands by you. You see their names."),
        },
    ]


def history() -> list[dict[str, Any]]:
    """What was done in a matter."""
    return [
        {"when": _("21 June, 16:10"), "who": _("Vera"), "what": _("asked for somebody to stand by.")},
        {"when": _("21 June, 16:20"), "who": _("Pavel"), "what": _("read the request and asked Anna.")},
        {"when": _("22 June"), "what": _("The place was confirmed by telephone.")},
    ]


def readers() -> list[dict[str, Any]]:
    """Who can read a matter."""
    return [
        {"name": _("Anna"), "role": _("stands by the family"), "since": _("21 June"), "url": "#anna"},
        {"name": _("Larisa"), "role": _("lawyer"), "since": _("22 June"), "until": _("24 June, 18:00")},
    ]


def sections() -> list[dict[str, Any]]:
    """The way between the pages of a helper."""
    return [
        {"url": "#queue", "text": _("The queue"), "current": True, "count": 12},
        {"url": "#mine", "text": _("My families"), "count": 3},
        {"url": "#suggested", "text": _("The team"), "group": _("All of us")},
        {"url": "#account", "text": _("My account"), "group": _("For you")},
    ]
