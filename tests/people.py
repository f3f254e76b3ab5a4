"""Vera, Anna, Pavel and the stranger Igor, and how each comes to the site."""

from dataclasses import dataclass, field

from django.test import Client

DEMO_REGION = "RU-ZRC"


@dataclass
class Visitor:
    """Somebody with a browser. Vera's speaks Russian."""

    language: str = "ru"
    client: Client = field(default_factory=Client)

    def path(self, path: str) -> str:
        """An address in the visitor's language."""
        return path if self.language == "ru" else f"/en{path}"

    def opens(self, path: str):
        """A page as the visitor sees it."""
        return self.client.get(self.path(path))

    def sends(self, path: str, **fields):
        """A form filled in and sent."""
        return self.client.post(self.path(path), fields)

    def answers(self, question: str, **fields):
        """One question answered; gives the response."""
        return self.sends(f"/questions/{question}/", **fields)

    def does_not_know(self, question: str):
        """The answer “I don't know”, whichever way the question offers it."""
        page = self.opens(f"/questions/{question}/").content.decode()
        return self.answers(question, **({"unknown": "1"} if 'name="unknown"' in page else {"answer": "?"}))

    def goes_through(self, door: str, stage: str, **known):
        """All questions of a door: what is known is answered, everything else is “I don't know”."""
        response = self.sends(f"/doors/{door}/", answer=stage)
        while response.status_code == 302 and "/questions/" in response.url:
            question = response.url.rstrip("/").rsplit("/", 1)[-1]
            response = (
                self.answers(question, **known[question])
                if question in known
                else self.does_not_know(question)
            )
        return response


def vera(language: str = "ru") -> Visitor:
    """The mother; her son was taken four hours ago."""
    return Visitor(language)


def igor() -> Visitor:
    """The stranger: he must leave with nothing."""
    return Visitor()


TAKEN_AT_HALF_PAST_TWO = {
    "region": {"answer": DEMO_REGION},
    "moment": {"when": "other", "day_0": "2", "day_1": "3", "day_2": "2026", "time": "14.30"},
}
"""Detained on Monday 2 March 2026 at 14:30 in the demo region; nothing else is known."""
