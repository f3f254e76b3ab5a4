"""Answers of families as they come: short after the arrest, in the middle of a case, inside for years."""

from datetime import date, timedelta

Answers = dict[str, str | tuple[str, ...]]


def families(today: date) -> list[Answers]:
    """Seven families, their dates counted back from ``today`` so that the plans stay alike over the years."""

    def ago(days: int, clock: str = "") -> str:
        return (today - timedelta(days=days)).isoformat() + (f"T{clock}" if clock else "")

    outside = {"door": "detained", "region": "RU-ZRC", "place": "00RS0001"}
    inside = {"door": "inside", "region": "RU-ZRC", "place": "00RS0002"}
    return [
        {
            **outside,
            "stage": "police",
            "kin": "parent",
            "moment": ago(1, "14:30"),
            "article": "?",
            "body": "?",
        },
        {
            **outside,
            "stage": "search",
            "kin": "spouse",
            "moment": ago(0, "00:10"),
            "signed": ("phone_taken",),
        },
        {
            **outside,
            "stage": "detention",
            "kin": "sibling",
            "moment": ago(1, "21:05"),
            "whereabouts": "unknown",
        },
        {**inside, "stage": "remand", "kin": "spouse", "custody_on": ago(40), "custody_until": ago(-20)},
        {
            **inside,
            "stage": "verdict",
            "kin": "parent",
            "verdict_on": ago(4),
            "copy_on": ago(1),
            "article": "228 ч. 2",
        },
        {**inside, "stage": "transfer", "kin": "parent", "last_seen_on": ago(12), "whereabouts": "moved"},
        {**inside, "stage": "colony", "kin": "child", "in_force_on": ago(300), "regime": "general"},
    ]
