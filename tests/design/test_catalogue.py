"""The looks hold together: every element stands on the catalogue, and no page brings its own paint."""

import gzip
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from peredacha import design

HERE = Path(design.__file__).parent
TEMPLATES = HERE / "templates" / "design"
CSS = sorted((HERE / "static" / "design" / "css").glob("*.css"))
FONTS = HERE / "static" / "design" / "fonts"
ELEMENTS = sorted((TEMPLATES / "elements").glob("*.html"))
EVERY_TEMPLATE = sorted(TEMPLATES.rglob("*.html"))
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklch|oklab|color)\(", re.IGNORECASE)
SIZE = re.compile(r"(?<![\w-])\d*\.?\d+(?:px|rem|em|pt|mm|cm|vw|vh|vmax|ch|ex)\b")
OPENING = re.compile(r"^(?:{% load [^%]+%}\s*)?{% comment %}")


def spoken(source: str) -> str:
    """CSS without comments and without media conditions, which cannot hold a variable."""
    return re.sub(r"@media[^{]*\{", "{", re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL))


def read_catalogue(client: Client, language: str) -> str:
    """The catalogue in a language."""
    with override(language):
        address = reverse("design:catalogue")
    answer = client.get(address, headers={"accept-language": language}, secure=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def page(client: Client) -> str:
    """The catalogue in English."""
    return read_catalogue(client, "en")


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda path: path.stem)
def test_every_element_stands_on_the_catalogue(element: Path, page: str) -> None:
    assert f'id="element-{element.stem}"' in page
    assert f"design/elements/{element.stem}.html" in (TEMPLATES / "demos" / element.name).read_text("utf-8")


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda path: path.stem)
def test_every_element_opens_with_a_comment_that_lists_its_variables(element: Path) -> None:
    assert OPENING.match(element.read_text("utf-8"))


def test_the_catalogue_stands_in_both_languages(client: Client) -> None:
    for language in ("ru", "en"):
        assert f'<html lang="{language}">' in read_catalogue(client, language)


@pytest.mark.parametrize("sheet", [path for path in CSS if path.stem != "tokens"], ids=lambda path: path.stem)
def test_no_colour_or_size_stands_outside_the_tokens(sheet: Path) -> None:
    source = spoken(sheet.read_text("utf-8"))

    assert not COLOUR.findall(source)
    assert not SIZE.findall(source)


def test_every_token_that_is_used_is_defined() -> None:
    everything = "".join(path.read_text("utf-8") for path in CSS)

    used = set(re.findall(r"var\((--[\w-]+)", everything))
    defined = set(re.findall(r"(--[\w-]+):", everything))

    assert used <= defined
    assert defined <= used, "a token that nobody uses"


@pytest.mark.parametrize("template", EVERY_TEMPLATE, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_template_holds_an_inline_style_or_script_or_an_outside_url(template: Path) -> None:
    source = template.read_text("utf-8")

    assert not re.search(r"\sstyle=|<style|\son\w+=|://", source)
    assert not re.search(r"<script(?![^>]*\ssrc=)", source)
    assert len(source.splitlines()) <= 80


def test_the_stylesheets_are_short_and_light() -> None:
    first, later = (
        ["base", "components", "layout", "plan", "print", "tokens"],
        ["binder", "desk", "papers", "talk"],
    )
    weight = {path.stem: len(gzip.compress(path.read_bytes())) for path in CSS}

    assert sorted(weight) == sorted(first + later)
    assert all(len(path.read_text("utf-8").splitlines()) <= 150 for path in CSS)
    assert sum(weight[name] for name in first) <= 8 * 1024
    assert all(weight[name] <= 2 * 1024 for name in later)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_fonts_of_a_page_are_light(language: str) -> None:
    weights = [path.stat().st_size for path in FONTS.glob(f"*-{language}.woff2")]

    assert len(weights) == 3
    assert sum(weights) <= 26 * 1024


def test_a_page_without_any_variable_still_stands() -> None:
    page = render_to_string("design/page.html", {})

    assert 'id="main"' in page
    assert "exit-form" not in page
    assert "<form" not in page


def test_the_way_out_is_a_plain_form_that_works_without_javascript() -> None:
    page = render_to_string("design/page.html", {"exit_url": "/exit", "csrf_token": "of-this-visit"})

    form = page[page.index('<form id="exit-form"') :]
    assert 'method="post" action="/exit"' in form
    assert 'name="csrfmiddlewaretoken" value="of-this-visit"' in form
    assert 'type="submit"' in form
