"""The catalogue: every element with a demo, its variables and its code."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from peredacha.design import samples

TEMPLATES = Path(__file__).parent / "templates" / "design"
COMMENT = re.compile(r"{% comment %}\s*(.*?)\s*{% endcomment %}", re.DOTALL)
LOADED = re.compile(r"{% load [^%]*%}\s*")


@dataclass(frozen=True)
class Element:
    """One element as the catalogue shows it: its name, the demo's template, its variables, its code."""

    name: str
    demo: str
    variables: str
    code: str


def list_elements() -> list[Element]:
    """Every element by name, read from the template files themselves."""
    return [describe(path.stem) for path in sorted((TEMPLATES / "elements").glob("*.html"))]


def describe(name: str) -> Element:
    """An element: variables are its opening comment, code is the text of its demo."""
    source = (TEMPLATES / "elements" / f"{name}.html").read_text(encoding="utf-8")
    demo = (TEMPLATES / "demos" / f"{name}.html").read_text(encoding="utf-8")
    comment = COMMENT.search(source)
    return Element(
        name=name,
        demo=f"design/demos/{name}.html",
        variables=comment[1] if comment else "",
        code=LOADED.sub("", demo).strip(),
    )


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """The page where every element stands."""
    return render(request, "design/catalogue.html", {"elements": list_elements(), "sample": samples.gather()})
