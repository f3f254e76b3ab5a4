"""Who watches a browser during a play: what it asked for, and what it complained about."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

OWN_SCHEMES = ("data:", "blob:", "file:", "about:")
ANSWERS = "Failed to load resource: the server responded with a status of 4"
"""How Chromium tells that a page came with "please mend this" or "no such page": an answer, not a complaint."""


@dataclass
class Watch:
    """Everything that a visitor's browser did and that the site must answer for."""

    home: str
    strangers: list[str] = field(default_factory=list)
    """Addresses outside the site that were asked for."""
    may_go_to: list[str] = field(default_factory=list)
    """The addresses outside that this play means to reach."""
    complaints: list[str] = field(default_factory=list)
    """What the browser itself holds against a page: blocked content, broken scripts, warnings."""
    failures: list[str] = field(default_factory=list)
    """Answers that say the server broke."""

    def follow(self, context: BrowserContext) -> None:
        """Listen to every page of this browser from now on."""
        context.on("request", self.note_request)
        context.on("response", self.note_response)
        context.on("console", self.note_message)
        context.on("weberror", self.note_error)

    def note_request(self, request: Request) -> None:
        """Keep an address that is not of this site."""
        if not request.url.startswith((f"{self.home}/", *OWN_SCHEMES)):
            self.strangers.append(request.url)

    def note_response(self, response: Response) -> None:
        """Keep a failure of the server's own."""
        if response.status >= 500:
            self.failures.append(f"{response.status} at {response.url}")

    def note_message(self, message: ConsoleMessage) -> None:
        """Keep an error or a warning of the console."""
        if message.type in ("error", "warning") and not message.text.startswith(ANSWERS):
            self.complaints.append(f"{message.type}: {message.text}")

    def note_error(self, error: WebError) -> None:
        """Keep a script that broke."""
        self.complaints.append(f"script: {error.error}")
