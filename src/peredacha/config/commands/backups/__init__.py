"""``peredacha backup | backup_check | restore | restore_salts | backup_keys``: encrypted files of everything, and back.

A backup is an ``age`` file; inside is a tar of ``head.json`` (state of the tables), ``tables/…`` (rows as
lines of JSON, the same for SQLite and PostgreSQL), ``blobs/…`` (attachments, sealed as they lie on the disk)
and ``manifest.json`` (length and SHA-256 of every part). Open visits are never in it. The salts, without which most of
it does not open, stand in a second file beside it that is kept for seven days: so older backups forget what was erased.
"""

from peredacha.config.commands.backups.words import WORDS, run

__all__ = ["WORDS", "run"]
