"""``peredacha backup | backup_check | restore | backup_keys``: one encrypted file, made while the site runs.

A backup is an ``age`` file; inside is a tar of ``head.json`` (state of the tables), ``tables/…`` (rows as
lines of JSON, the same for SQLite and PostgreSQL), ``blobs/…`` (attachments, sealed as they lie on the disk)
and ``manifest.json`` (length and SHA-256 of every part). Open visits are never in it.
"""

from peredacha.config.commands.backups.words import WORDS, run

__all__ = ["WORDS", "run"]
