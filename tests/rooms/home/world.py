"""What a family takes along: one ZIP, opened as its telephone would open it."""

from io import BytesIO
from zipfile import ZipFile

from django.test import Client

EXPORT = "/mine/export/"


def takes_along(client: Client) -> ZipFile:
    """Everything of the family's as one file, whole."""
    answer = client.get(EXPORT)
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "application/zip"
    archive = ZipFile(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    assert archive.testzip() is None
    return archive


def notes(client: Client) -> str:
    """The page in it."""
    return takes_along(client).read("notes.html").decode()
