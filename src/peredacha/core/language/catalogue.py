"""The one catalogue of the house, read from its text files without any build step.

The same ``locale/<language>/LC_MESSAGES/django.po`` serves the pages (compiled for the framework) and
the library (read here), so that a derivation says the same words on paper and in a terminal.
"""

import gettext
import io
from functools import cache
from pathlib import Path

import polib

LOCALE = Path(__file__).parents[2] / "locale"
SOURCE_LANGUAGE = "en"


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The translations of ``language``; the untranslated English where there is no such catalogue."""
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return gettext.NullTranslations()
    return gettext.GNUTranslations(io.BytesIO(polib.pofile(str(path)).to_binary()))
