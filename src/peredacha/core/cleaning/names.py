"""A file name that is safe to show, to keep and to offer for download."""

import re
import unicodedata

LONGEST = 80
ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
    "audio/ogg": ".ogg",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/aac": ".aac",
    "audio/wav": ".wav",
    "audio/webm": ".webm",
    "text/plain": ".txt",
}
OLD_ENDING = re.compile(
    r"\.(jpe?g|jfif|png|gif|webp|pdf|og[ga]|opus|mp[34]|m4[ab]|aac|wave?|webm|weba|txt|exe|html?|svg|js)$",
    re.IGNORECASE,
)
UNSAFE = re.compile(r'[<>:"|?*]')


def clean_name(name: str, kind: str) -> str:
    """The base name of ``name`` without control characters, with the ending of ``kind``, at most 80 characters.

    >>> clean_name("../../Письмо\\u202e сыну .PDF.exe", "application/pdf")
    'Письмо сыну.pdf'
    >>> clean_name("C:\\\\photos\\\\.jpg", "image/png")
    'file.png'
    """
    base = re.split(r"[/\\]", name)[-1]
    seen = "".join(letter for letter in base if unicodedata.category(letter)[0] != "C" or letter in "\t\n")
    stem = UNSAFE.sub("_", " ".join(unicodedata.normalize("NFC", seen).split()))
    while OLD_ENDING.search(stem):
        stem = OLD_ENDING.sub("", stem).rstrip(". ")
    ending = ENDINGS[kind]
    return (stem[: LONGEST - len(ending)].strip(". ") or "file") + ending
