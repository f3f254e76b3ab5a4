"""Answers given so far, and whether a condition on them holds."""

from collections.abc import Mapping
from typing import TypeAlias

UNKNOWN = "?"
"""The answer “I don't know”."""

Answer: TypeAlias = str | tuple[str, ...]
"""One key, an ISO day or moment, a text, or several keys."""

Answers: TypeAlias = Mapping[str, Answer]
"""Answers by question id; a question that was not answered is absent."""

Condition: TypeAlias = Mapping[str, tuple[str, ...]]
"""Question id to the keys of which any one will do."""


def matches(answer: Answer | None, keys: tuple[str, ...]) -> bool:
    """Whether an answer is one of ``keys``, or has one of them among several."""
    if answer is None:
        return False
    given = (answer,) if isinstance(answer, str) else answer
    return any(key in keys for key in given)


def holds(condition: Condition, answers: Answers) -> bool:
    """Whether every entry of ``condition`` is met; an empty condition always holds."""
    return all(matches(answers.get(question), keys) for question, keys in condition.items())


def asked(when: Condition, unless: Condition, answers: Answers) -> bool:
    """Whether ``when`` holds and no entry of ``unless`` does."""
    if not holds(when, answers):
        return False
    return not any(matches(answers.get(question), keys) for question, keys in unless.items())
