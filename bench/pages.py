"""Measures whole pages inside one process, without a server between: cookie opened, plan drawn, told, rendered.

Prints JSON: pages.py PAGES. The environment names the database, which it fills, and the chapter.
"""

import json
import os
import sys
from datetime import datetime
from functools import partial

import django

from peredacha.config.commands.serve import manage, prepare

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peredacha.config.settings")
django.setup()

from answers import Answers, families  # noqa: E402
from django.test import Client  # noqa: E402
from figures import timed  # noqa: E402

from peredacha.rooms.intake.services import COOKIE, Kept, sealed_answers  # noqa: E402

PLAN = "/plan/"


def main(pages: int) -> None:
    """Print the figures of the plan page for every family in turn."""
    prepare()
    manage(["load_chapter", os.environ["PEREDACHA_CHAPTER"], "-v0"])
    browsers = [browser(answers) for answers in families(datetime.now().astimezone().date())]
    acts = [partial(browsers[number % len(browsers)].get, PLAN) for number in range(pages)]
    statuses = [act().status_code for act in acts[: len(browsers)]]
    if set(statuses) != {200}:
        raise SystemExit(f"a family got no plan page: {statuses}")
    print(json.dumps({"figures": timed(acts, "page")}))


def browser(answers: Answers) -> Client:
    """A browser that keeps these answers in its cookie."""
    client = Client(headers={"host": "localhost"})
    kept = Kept({**answers}, "bench")
    client.cookies[COOKIE] = sealed_answers(kept, now=datetime.now().astimezone())
    return client


if __name__ == "__main__":
    main(int(sys.argv[1]))
