"""Nothing that somebody typed, and nobody's address, is ever written down by the server."""

import ast
import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.log import log_response
from tests.house.tree import files, shown, syntax

from peredacha.config import logs, settings
from peredacha.config.commands.serve import server_options
from peredacha.config.environment import read_environment
from peredacha.config.logs import LOGGING, ImpersonalFormatter

NAME, PATH, HOST = "Пётр Кравцов", "/questions/Kravtsov/?q=290", "igor.example"
SECRETS = ("Пётр", "Кравцов", "Kravtsov", "290", "igor.example", "10.1.2.3")


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What the server would write, and nothing of the test's own logging."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(ImpersonalFormatter())
    loggers = [
        logging.getLogger(name) for name in ("django.request", "django.server", "peredacha.rooms", "asyncio")
    ]
    for logger in loggers:
        logger.addHandler(handler)
    yield written
    for logger in loggers:
        logger.removeHandler(handler)


def failing(name: str) -> None:
    letter = f"письмо для {name}"
    raise ValueError(f"cannot read {letter}")


def test_an_error_tells_its_kind_and_place_and_never_its_words(lines: io.StringIO) -> None:
    try:
        failing(NAME)
    except ValueError:
        logging.getLogger("django.request").exception("Internal Server Error: %s", PATH)

    line = lines.getvalue()
    assert "ERROR django.request ValueError at" in line and Path(__file__).name in line
    assert not [secret for secret in SECRETS if secret in line]


def test_an_error_that_comes_from_another_error_tells_neither(lines: io.StringIO) -> None:
    try:
        try:
            failing(NAME)
        except ValueError as error:
            raise RuntimeError(f"no plan for {NAME}") from error
    except RuntimeError:
        logging.getLogger("peredacha.rooms").exception("no plan for %s", NAME)

    assert "RuntimeError" in lines.getvalue()
    assert not [secret for secret in SECRETS if secret in lines.getvalue()]


@pytest.mark.parametrize("logger", ["django.request", "django.server", "asyncio"])
def test_a_path_a_host_and_an_address_are_left_out(lines: io.StringIO, logger: str) -> None:
    request = RequestFactory().get(PATH, headers={"host": HOST}, REMOTE_ADDR="10.1.2.3")
    log_response(
        f"%s: {HOST}",
        PATH,
        response=HttpResponse(status=500),
        request=request,
        logger=logging.getLogger(logger),
    )
    logging.getLogger(logger).error(
        "%s asked for %s", "10.1.2.3", PATH, stack_info=True, extra={"request": request}
    )

    assert lines.getvalue().count(f"ERROR {logger}") == 2
    assert not [secret for secret in SECRETS if secret in lines.getvalue()]


def test_our_own_words_are_kept_when_they_have_no_place_for_a_value(lines: io.StringIO) -> None:
    logging.getLogger("peredacha.rooms").error("the land was read")
    logging.getLogger("peredacha.rooms").error("the plan of %s", NAME)

    assert lines.getvalue().splitlines() == [
        "ERROR peredacha.rooms the land was read",
        "ERROR peredacha.rooms",
    ]


def test_every_handler_of_the_house_writes_impersonal_lines() -> None:
    assert LOGGING["handlers"]
    for handler in LOGGING["handlers"].values():
        assert LOGGING["formatters"][handler["formatter"]]["()"] is ImpersonalFormatter
    assert settings.LOGGING_CONFIG is None, "the framework's own logging would write paths"
    assert logs.LOGGING["loggers"]["gunicorn.access"]["propagate"] is False


def test_the_server_keeps_no_list_of_visits() -> None:
    options = server_options(read_environment({}))

    assert options[options.index("--logger-class") + 1] == "peredacha.config.logs.ImpersonalServerLog"
    assert not [one for one in options if "access" in one or "statsd" in one or "syslog" in one]


def test_code_logs_only_constant_sentences() -> None:
    said = [
        (path, node)
        for path in files("*.py")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args
        if node.func.attr in {"debug", "info", "warning", "error", "exception", "critical", "log"}
        if isinstance(node.func.value, ast.Name) and "log" in node.func.value.id.lower()
    ]

    assert not [
        f"{shown(path)}:{node.lineno}" for path, node in said if not isinstance(node.args[0], ast.Constant)
    ]


def test_nothing_that_remembers_people_is_installed() -> None:
    installed = (
        *settings.INSTALLED_APPS,
        *settings.MIDDLEWARE,
        *settings.TEMPLATES[0]["OPTIONS"]["context_processors"],
    )
    foreign = " ".join(one for one in installed if not one.startswith("peredacha.rooms."))

    assert "peredacha.rooms.intake" in installed and "django." in foreign
    remembering = ("sessions", "auth", "admin", "messages", "contenttypes", "sites", "cache", "mail", "debug")
    assert not [word for word in remembering if word in foreign]
    assert [one["BACKEND"].rpartition(".")[2] for one in settings.CACHES.values()] == ["DummyCache"]
    assert settings.DEBUG is False and not hasattr(settings, "EMAIL_HOST")
