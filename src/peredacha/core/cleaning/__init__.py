"""Files cleaned of the traces that devices leave in them: bytes in, clean bytes out, or one sentence why not.

What is kept is what a person sees or hears. Cleaning is not redaction: a face, a name on the page, a voice and
text hidden under a black bar all stay. The cleaner itself (``cleaner.clean_file``) is not told here: the server
asks for it in a process of its own (``gateways/cleaning.py``), so that it carries none of the decoders.
"""

from peredacha.core.cleaning.values import LIMITS, CleanFile, Limits, Unacceptable

__all__ = ["LIMITS", "CleanFile", "Limits", "Unacceptable"]
"""What the server knows of cleaning without the decoders."""
