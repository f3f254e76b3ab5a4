"""A day is the day where the families live: nobody takes it from a moment without asking where."""

import re

from tests.house.tree import SRC, files, shown

TAKEN_ANYWHERE = re.compile(r"\bnow\.date\(\)|\bnow\(\)\.date\(\)|\bdate\.today\(\)")
ALLOWED = {
    "src/peredacha/rooms/intake/forms/questions.py": "its moment is already that of the family's region",
}


def test_no_room_takes_a_day_from_a_moment_of_london() -> None:
    rooms = [path for path in files("*.py", SRC / "rooms") if shown(path) not in ALLOWED]

    found = [shown(path) for path in rooms if TAKEN_ANYWHERE.search(path.read_text())]

    assert len(rooms) > 300
    assert found == [], "write timezone.localdate(now)"
