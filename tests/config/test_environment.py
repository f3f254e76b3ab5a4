"""A wrong environment stops the start with one sentence."""

import logging
import sys

import pytest

from peredacha.config.command import run
from peredacha.config.database import database_settings
from peredacha.config.environment import WrongEnvironment, new_boot_key, read_environment
from peredacha.config.logs import ImpersonalFormatter


def test_nothing_needs_to_be_set():
    environment = read_environment({})

    assert environment.boot_key_made
    assert environment.bind == "127.0.0.1:8000"


def test_a_boot_key_that_was_printed_is_read_back():
    assert not read_environment({"PEREDACHA_BOOT_KEY": new_boot_key()}).boot_key_made


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PEREDACHA_BOOT_KEY", "short"),
        ("PEREDACHA_WORKERS", "many"),
        ("PEREDACHA_THREADS", "0"),
        ("PEREDACHA_CHAPTER", "no/such/folder"),
        ("PEREDACHA_EXIT_URL", "http://example.org"),
        ("PEREDACHA_EXIT_URL", "weather"),
    ],
)
def test_a_wrong_value_is_named(name, value):
    with pytest.raises(WrongEnvironment, match=name):
        read_environment({name: value})


def test_only_two_kinds_of_database_are_known():
    assert database_settings("postgresql://u:p%40@localhost/name")["PASSWORD"] == "p@"
    with pytest.raises(WrongEnvironment, match="DATABASE_URL"):
        database_settings("mysql://localhost/name")


def test_a_log_line_tells_where_and_never_what():
    try:
        raise ValueError("Иванов Иван, 228")
    except ValueError:
        record = logging.LogRecord(
            "django.request", 40, __file__, 1, "Error at %s", ("/plan/Иванов",), sys.exc_info()
        )

    line = ImpersonalFormatter().format(record)

    assert "Иванов" not in line
    assert "ValueError at test_environment.py" in line


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("PEREDACHA_JURISDICTION", "mars", "PEREDACHA_JURISDICTION must be one of example, ru"),
        ("PEREDACHA_WORKERS", "many", "PEREDACHA_WORKERS must be a whole number"),
    ],
)
def test_the_site_does_not_start_on_a_wrong_setting_and_says_why(monkeypatch, capsys, name, value, says):
    monkeypatch.setenv(name, value)

    assert run(["serve"]) == 2
    assert says in capsys.readouterr().err


def test_the_site_does_not_start_on_a_chapter_with_a_mistake(monkeypatch, capsys, tmp_path):
    (tmp_path / "chapter.yaml").write_text("key: demo\nregion: {code: nowhere}\n", "utf-8")
    monkeypatch.setenv("PEREDACHA_CHAPTER", str(tmp_path))

    assert run(["serve"]) == 2
    assert "chapter.yaml:" in capsys.readouterr().err
