"""Envelopes: one vetted cipher, a context that is bound in, a length that tells little."""

from peredacha.core.sealing.envelope import NotSealedHere, open_envelope, seal

__all__ = ["NotSealedHere", "open_envelope", "seal"]
