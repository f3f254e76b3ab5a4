"""The bytes of a saved page as text, in whichever of the two alphabets of Russian sites it was written."""

import re

OTHER_CHARSET = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?(koi8-r|iso-8859-5|ibm866|cp866)", re.IGNORECASE)
NOT_TEXT = (
    b"%PDF",
    b"PK\x03\x04",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"\xd0\xcf\x11\xe0",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
)
ONE_FILE_PAGE = re.compile(rb"\A(?:From: <Saved by|MIME-Version:)", re.IGNORECASE)


def text_of(data: bytes) -> str:
    """The text of a saved page: UTF-8 where the bytes are, UTF-16 where they begin so, else windows-1251."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = OTHER_CHARSET.search(data[:4096])
        return data.decode(said[1].decode("ascii") if said else "cp1251", "replace")


def is_no_text(data: bytes) -> bool:
    """Whether the file is a picture, a PDF, an archive or an office document."""
    return data.startswith(NOT_TEXT)


def is_one_file_page(data: bytes) -> bool:
    """Whether a browser packed page and pictures into one file (MHTML)."""
    return bool(ONE_FILE_PAGE.match(data[:64]))
