"""The settings of the house with a key derivation of almost nothing: what an intake costs beside it."""

from peredacha.config.settings import *  # noqa: F403

FAMILY_COST = "argon2id:64:1"
