"""``peredacha law``: the law engine without a server, a database or a framework."""

from peredacha.config.commands.law.words import run

__all__ = ["run"]
