"""Files cleaned of the traces that devices leave in them: bytes in, clean bytes out, or one sentence why not.

What is kept is what a person sees or hears. Cleaning is not redaction: a face, a name on the page, a voice and
text hidden under a black bar all stay.
"""

from peredacha.core.cleaning.cleaner import clean_file
from peredacha.core.cleaning.values import LIMITS, CleanFile, Limits, Unacceptable

__all__ = ["LIMITS", "CleanFile", "Limits", "Unacceptable", "clean_file"]
