"""A hearing that is moved stays the same hearing; the last word on it holds."""

from peredacha.core.facts import Hearing
from peredacha.rooms.matters.services import standing_hearings

MONDAY, TUESDAY, FRIDAY = "2026-11-23T10:30", "2026-11-24T14:00", "2026-11-27T09:00"


def test_a_hearing_that_is_moved_twice_is_one_hearing_with_its_first_name() -> None:
    told = [
        Hearing(at=MONDAY, court="Тверской районный суд"),
        Hearing(at=TUESDAY, court="Тверской районный суд", moved_from=MONDAY),
        Hearing(at=FRIDAY, court="Тверской районный суд", moved_from=TUESDAY),
    ]
    [standing] = standing_hearings(told)
    assert (standing.key, standing.fact.at) == (MONDAY, FRIDAY)


def test_a_new_hour_of_the_same_day_replaces_the_old_one_unless_the_court_is_another() -> None:
    earlier, later = Hearing(at=MONDAY, court="Тверской суд"), Hearing(at="2026-11-23T12:00")
    [standing] = standing_hearings([earlier, later])
    assert standing.fact.at == "2026-11-23T12:00"
    elsewhere = Hearing(at="2026-11-23T12:00", court="Мосгорсуд")
    assert len(standing_hearings([earlier, elsewhere])) == 2


def test_a_hearing_that_falls_away_is_told_so_and_not_forgotten() -> None:
    told = [Hearing(at=MONDAY), Hearing(at=TUESDAY), Hearing(at=MONDAY, called_off=True)]
    first, second = standing_hearings(told)
    assert first.fact.called_off and first.key == MONDAY
    assert not second.fact.called_off


def test_moved_from_a_day_that_nobody_told_of_is_a_hearing_of_its_own() -> None:
    [standing] = standing_hearings([Hearing(at=FRIDAY, moved_from=MONDAY), Hearing(court="Мосгорсуд")])
    assert (standing.key, standing.fact.at) == (FRIDAY, FRIDAY)
