"""Collects every text of pages, code and library into ``locale/<language>/LC_MESSAGES/django.po``.

``--check`` changes nothing and fails when a text is missing, stale, untranslated, fuzzy, or has lost a place.
Works without the system's gettext: templates are read by the framework, everything else by Babel.
"""

import io
import re
import sys
from pathlib import Path

import django
import polib
from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

SRC = Path(__file__).parents[1] / "src" / "peredacha"
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
    "phrase": None, "plural_phrase": (1, 2),
}  # fmt: skip
LANGUAGES = ("ru", "en")
HEADER = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "MIME-Version": "1.0",
}
PLURALS = {
    "ru": "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : "
    "n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14)? 2 : 3);",
    "en": "nplurals=2; plural=(n != 1);",
}
FORMS = {"ru": 4, "en": 2}
PLACES = re.compile(r"%\((\w+)\)s|(?<!\{)\{(\w+)\}")

Key = tuple[str | None, str, str | None]


def collected() -> dict[Key, set[str]]:
    """Every text with the files in which it stands."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
        django.setup()
    found: dict[Key, set[str]] = {}
    for path in sorted([*SRC.rglob("*.py"), *SRC.rglob("templates/**/*.html")]):
        if "migrations" in path.parts:
            continue
        text = path.read_text("utf-8")
        if path.suffix == ".html":
            text = templatize(text)
        for _line, message, _comments, context in extract(
            "python", io.BytesIO(text.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
        ):
            one, many = message if isinstance(message, tuple) else (message, None)
            if one:
                found.setdefault((context, one, many), set()).add(str(path.relative_to(SRC)))
    return found


def merged(language: str, texts: dict[Key, set[str]]) -> polib.POFile:
    """The catalogue of a language with exactly these texts; translations are kept."""
    path = SRC / "locale" / language / "LC_MESSAGES" / "django.po"
    old = {(e.msgctxt, e.msgid): e for e in polib.pofile(str(path))} if path.exists() else {}
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {**HEADER, "Language": language, "Plural-Forms": PLURALS[language]}
    for (context, one, many), places in sorted(texts.items(), key=lambda item: (min(item[1]), item[0][1])):
        entry = polib.POEntry(
            msgid=one, msgctxt=context, occurrences=[(place, "") for place in sorted(places)]
        )
        before = old.get((context, one))
        if many:
            entry.msgid_plural = many
            given = before.msgstr_plural if before and before.msgstr_plural else {}
            english = {0: one, 1: many} if language == "en" else {}
            entry.msgstr_plural = {n: given.get(n, "") or english.get(n, "") for n in range(FORMS[language])}
        else:
            entry.msgstr = (before.msgstr if before else "") or (one if language == "en" else "")
        catalogue.append(entry)
    return catalogue


def faults(language: str, catalogue: polib.POFile) -> list[str]:
    """Texts that are not translated, or whose translation lost or invented a place."""
    wrong = []
    for entry in catalogue:
        given = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        if not all(given):
            wrong.append(f"{language}: not translated: {entry.msgid}")
            continue
        wanted = places(entry.msgid_plural or entry.msgid)
        for text in given:
            if places(text) - wanted or (not entry.msgid_plural and wanted - places(text)):
                wrong.append(f"{language}: other places than in English: {text}")
    return wrong


def places(text: str) -> set[str]:
    """The named places of a text."""
    return {one or two for one, two in PLACES.findall(text)}


def main() -> int:
    """Write the catalogues, or check them."""
    checking = "--check" in sys.argv
    texts = collected()
    wrong = []
    for language in LANGUAGES:
        path = SRC / "locale" / language / "LC_MESSAGES" / "django.po"
        catalogue = merged(language, texts)
        if checking:
            wrong += faults(language, catalogue)
            if not path.exists() or path.read_text("utf-8") != str(catalogue) + "\n":
                wrong.append(f"{language}: texts were added, changed or taken away: run `make messages`")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(str(catalogue) + "\n", "utf-8")
            missing = sum(1 for one in faults(language, catalogue) if "not translated" in one)
            print(f"{language}: {len(catalogue)} texts, {missing} not translated")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
