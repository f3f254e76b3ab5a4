"""The other half of every page at work: what is carried, written and driven, the store and the paper mail."""

import pytest
from tests.journeys.chapter import Chapter
from tests.journeys.test_at_work import looks_at
from tests.journeys.work import CARRIED, Work


@pytest.mark.parametrize("work", CARRIED, ids=lambda work: work.name)
def test_a_page_at_work_is_for_everyone(chapter: Chapter, work: Work) -> None:
    looks_at(chapter, work)
