"""Pages hold no style, script or address of their own; colours live in one file."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import get_template
from tests.house.tree import COMMENT, SRC, files, shown

ELEMENTS = SRC / "design" / "templates" / "design" / "elements"
TOKENS = SRC / "design" / "static" / "design" / "css" / "tokens.css"
NAMED_FILE = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
NAMED_ASSET = re.compile(r"""{%\s*static\s+["']([^"']+)["']""")
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\("
    r"|(?<![-\w])(?:white|black|red|green|blue|yellow|orange|purple|grey|gray|pink|brown|navy|teal|gold)(?![-\w])",
    re.IGNORECASE,
)
TAG = re.compile(r"{% (?:if|elif|for|with) [^%]*%}")
FORBIDDEN = {
    "an inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)|javascript:|\son[a-z]+\s*=", re.IGNORECASE),
    "an outside address": re.compile(
        r"""(?<!xmlns=")https?://|(?:src|href|action)\s*=\s*["']//""", re.IGNORECASE
    ),
    "a hand-made button": re.compile(r"<button\b", re.IGNORECASE),
    "text that is not escaped": re.compile(r"\|\s*safe\b|{%\s*autoescape off"),
}


def read(path: Path) -> str:
    """A template without its comments and without the conditions of its tags."""
    return TAG.sub(" ", COMMENT.sub("", path.read_text("utf-8")))


def where(path: Path, text: str, position: int) -> str:
    return f"{shown(path)}: …{text[max(0, position - 20) : position + 30]!r}"


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_template_holds_(kind: str) -> None:
    templates = [
        path for path in files("*.html") if kind != "a hand-made button" or ELEMENTS not in path.parents
    ]
    found = [(path, one.start()) for path in templates for one in FORBIDDEN[kind].finditer(read(path))]

    assert len(templates) > 40
    assert not found, f"take {kind} out of {[where(path, read(path), at) for path, at in found]}"


def test_only_the_file_to_carry_gets_its_styles_inside_and_only_by_design() -> None:
    writers = [shown(path) for path in files("*.py") if "<style" in path.read_text("utf-8")]

    assert writers == ["src/peredacha/design/sheets.py"]


def test_every_template_can_be_read() -> None:
    names = [str(path).partition("/templates/")[2] for path in files("*.html")]

    assert len(names) > 40 and all(names)
    for name in names:
        get_template(name)


def test_every_template_that_is_named_exists() -> None:
    named = [
        name
        for path in (*files("*.html"), *files("*.py"))
        for name in NAMED_FILE.findall(path.read_text("utf-8"))
    ]

    assert len(named) > 40
    for name in sorted(set(named)):
        get_template(name)


def test_every_template_is_named_somewhere() -> None:
    text = "\n".join(path.read_text("utf-8") for path in (*files("*.html"), *files("*.py")))
    names = [str(path).partition("/templates/")[2] for path in files("*.html")]

    unused = [name for name in names if f'"{name}"' not in text and not name.startswith(("design/demos/",))]
    assert not unused, f"nobody shows these: use them or delete them: {unused}"


def test_every_asset_that_is_named_is_served() -> None:
    named = {name for path in files("*.html") for name in NAMED_ASSET.findall(path.read_text("utf-8"))}

    assert len(named) > 5
    assert not [name for name in sorted(named) if not finders.find(name)], (
        "add these files or correct their names"
    )


def test_every_file_that_a_stylesheet_asks_for_exists() -> None:
    asked = [
        (path, name)
        for path in files("*.css")
        for name in re.findall(r"url\([\"']?([^\"')]+)", path.read_text("utf-8"))
    ]

    assert asked
    assert not [
        f"{shown(path)}: {name}" for path, name in asked if not (path.parent / name).resolve().is_file()
    ]


def test_no_colour_stands_outside_the_tokens() -> None:
    wrong = []
    for path in files("*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        values = re.findall(r":\s*([^;{}]+)[;}]", text)
        assert values
        wrong += [f"{path.name}: {value}" for value in values if path != TOKENS and COLOUR.search(value)]
    assert not wrong, f"give these colours a name in tokens.css: {wrong}"


def test_the_tokens_hold_the_colours_by_day_and_by_night() -> None:
    text = TOKENS.read_text("utf-8")

    assert len(COLOUR.findall(text)) > 10
    assert "prefers-color-scheme: dark" in text or "light-dark(" in text


def test_no_colour_stands_in_a_template() -> None:
    attribute = re.compile(
        r"""(?:fill|stroke|color|bgcolor|content)\s*=\s*["']#[0-9a-f]{3,8}["']""", re.IGNORECASE
    )

    assert not [shown(path) for path in files("*.html") if attribute.search(read(path))], (
        "use a class and a token"
    )


def test_every_element_opens_with_what_it_needs() -> None:
    elements = sorted(ELEMENTS.glob("*.html"))
    opened = re.compile(r"\A(?:{% load [^%]*%}\s*)?{% comment %}\s*\S")

    assert len(elements) > 20
    assert not [path.name for path in elements if not opened.match(path.read_text("utf-8"))], (
        "list its variables on top"
    )
