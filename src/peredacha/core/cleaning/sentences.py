"""The sentences that cleaning says; each tells what to do."""

from peredacha.core.cleaning.values import MEGABYTE, Limits
from peredacha.core.language import Phrase, phrase

ANIMATION = phrase("Only the first picture of the animation was kept.")
ATTACHED = phrase("Other files lay inside the PDF. They were left out: send each of them by itself.")
COMMENTS = phrase("Notes that do not show on the page were left out of the PDF.")
DAMAGED = phrase("The file is damaged or did not arrive whole. Send it once more.")
EMPTY = phrase("The file is empty. Choose it once more.")
FOREIGN = phrase("Send a photo, a PDF or a voice message.")
HEIC = phrase(
    "Many devices cannot open this kind of photo (HEIC). Send a screenshot of it, "
    "or choose “Most compatible” in the camera settings."
)
LOCKED = phrase("The PDF asks for a password. Save a copy without a password, or send photos of its pages.")
MENDED = phrase("The PDF was damaged and was mended. Look whether all of its pages are there.")
NOT_CLEANED = phrase("This file could not be cleaned. Send a screenshot, or photos of its pages.")
SIGNED = phrase(
    "The PDF was signed electronically. The cleaned copy has no valid signature: keep the original as evidence."
)
SOUND = phrase("Traces cannot be removed from this recording. Send it as MP3, M4A, OGG or WAV.")
UNPACKS = phrase("The PDF is too complex to be opened safely. Send photos of its pages.")
VIDEO = phrase("Video is not taken. Send a voice message or a photo.")


def too_large(limits: Limits) -> Phrase:
    """The sentence for a file above the limit."""
    return phrase(
        "The file is larger than {n} MB. Send it in parts or smaller.", n=limits.file_bytes // MEGABYTE
    )
