"""What a cleaner in another process says of a file, as one line of JSON; the clean bytes go beside it.

The line comes from a process that has opened a stranger's file, so nothing in it is taken for more than words and
numbers. The name of the file is never told to that process.
"""

import json
from collections.abc import Mapping
from typing import Any

from peredacha.core.cleaning.names import clean_name
from peredacha.core.cleaning.values import CleanFile, Unacceptable
from peredacha.core.language import Phrase


class NoAnswer(Exception):
    """What came back is no answer; it holds nothing of the file."""


def told(answer: CleanFile | Unacceptable) -> str:
    """The line: what kind of file it is and what was left out, or the sentence why it is not taken."""
    if isinstance(answer, Unacceptable):
        return json.dumps({"no": in_json(answer.said)})
    return json.dumps({"kind": answer.kind, "warnings": [in_json(one) for one in answer.warnings]})


def heard(line: str, name: str, body: bytes) -> CleanFile:
    """The clean file under its safe name. Raises Unacceptable, and NoAnswer for what is no such line."""
    try:
        words = json.loads(line)
        if "no" in words:
            raise Unacceptable(sentence(words["no"]))
        kind, warnings = words["kind"], tuple(sentence(one) for one in words["warnings"])
        return CleanFile(clean_name(name, kind), kind, body, warnings)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NoAnswer from None


def in_json(said: Phrase) -> dict[str, Any]:
    """A sentence whose values are words and numbers."""
    return {"message": said.message, "values": dict(said.values), "plural": said.plural, "count": said.count}


def sentence(told: Mapping[str, Any]) -> Phrase:
    """The sentence again. Raises ValueError where a value is neither a word nor a number."""
    values = dict(told["values"])
    if not all(isinstance(one, str | int) for one in values.values()):
        raise ValueError
    return Phrase(str(told["message"]), values, str(told["plural"]), int(told["count"]))
