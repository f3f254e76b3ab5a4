"""Before the server divides, its first process has answered a page, so that all others share what it loaded."""

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

from peredacha.config.server import answer_one_page


@pytest.mark.django_db
@pytest.mark.parametrize("hosts", [["localhost"], [".chapter.example"]])
def test_the_start_page_is_answered_under_a_name_of_this_house(
    hosts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", hosts)

    assert answer_one_page(WSGIHandler()) == "200 OK"
