"""WebM sound: every element that is not needed to play becomes a void of the same size, so no offset moves."""

from collections.abc import Mapping
from typing import Literal, Union

from peredacha.core.cleaning.sentences import SOUND, VIDEO
from peredacha.core.cleaning.values import Damaged, Limits, Unacceptable

Rule = Union[Literal["keep", "blank"], "Mapping[bytes, Rule]"]


def _ids(written: str) -> dict[bytes, Rule]:
    return {bytes.fromhex(one): "keep" for one in written.split()}


HEADER, SEGMENT, CLUSTER, VOID = b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67", b"\x1f\x43\xb6\x75", 0xEC
TRACK_TYPE, CODEC, SOUND_TRACK, TRUE_CODEC = b"\x83", b"\x86", 2, b"A_OPUS"
BLOCK_GROUP: dict[bytes, Rule] = _ids("a1 9b fb 75a2")
TRACK: dict[bytes, Rule] = {
    **_ids("d7 73c5 83 b9 88 55aa 9c 6de7 23e383 55ee 86 63a2 56aa 56bb aa"),
    b"\xe1": _ids("b5 9f 6264 78b5"),
}
INSIDE_SEGMENT: dict[bytes, Rule] = {
    b"\x11\x4d\x9b\x74": "keep",
    b"\x15\x49\xa9\x66": {**_ids("2ad7b1 4489"), b"\x4d\x80": "blank", b"\x57\x41": "blank"},
    b"\x16\x54\xae\x6b": {b"\xae": TRACK},
    CLUSTER: {**_ids("e7 a3 a7 ab"), b"\xa0": BLOCK_GROUP},
    b"\x1c\x53\xbb\x6b": "keep",
}
TOP: dict[bytes, Rule] = {HEADER: _ids("4286 42f7 42f2 42f3 4282 4287 4285"), SEGMENT: INSIDE_SEGMENT}
UNKNOWN = -1


def clean_webm(body: bytes, limits: Limits) -> bytes:
    """The file with only the elements of Opus sound; tags, times, titles, attachments and programs are voided.

    Raises Unacceptable when it holds a film or another codec.
    """
    voiding = _Voiding(body, limits)
    voiding.walk(0, len(body), TOP, inside=b"")
    if not voiding.sounds:
        raise Unacceptable(SOUND)
    return bytes(voiding.body)


class _Voiding:
    """One file while its elements are voided in place."""

    def __init__(self, body: bytes, limits: Limits) -> None:
        self.body = bytearray(body)
        self.left = limits.parts
        self.sounds = 0

    def walk(self, at: int, end: int, rules: Mapping[bytes, Rule], inside: bytes) -> int:
        """Void what has no rule between two places; gives where it ended.

        A live recording does not know the length of its clusters: such a cluster ends where the next element
        of the segment begins.
        """
        while at < end:
            name, inner, after = self._element(at, end)
            if inside == CLUSTER and name in INSIDE_SEGMENT:
                return at
            rule = rules.get(name)
            if after == UNKNOWN:
                if name not in (SEGMENT, CLUSTER) or rule is None or isinstance(rule, str):
                    raise Damaged
                at = self.walk(inner, end, rule, name)
                continue
            self._apply(name, rule, at, inner, after)
            at = after
        return at

    def _apply(self, name: bytes, rule: Rule | None, at: int, inner: int, after: int) -> None:
        if rule is None:
            self._void(at, after)
        elif rule == "blank":
            self.body[inner:after] = bytes(after - inner)
        elif rule != "keep":
            self.walk(inner, after, rule, b"")
        elif name == TRACK_TYPE:
            self._track(inner, after)
        elif name == CODEC and bytes(self.body[inner:after]).rstrip(b"\0") != TRUE_CODEC:
            raise Unacceptable(SOUND)

    def _track(self, inner: int, after: int) -> None:
        if int.from_bytes(self.body[inner:after], "big") != SOUND_TRACK:
            raise Unacceptable(VIDEO)
        self.sounds += 1

    def _element(self, at: int, end: int) -> tuple[bytes, int, int]:
        """The id, where the content begins, and where it ends or UNKNOWN."""
        self.left -= 1
        id_width = _width(self.body[at], 4)
        sized = at + id_width
        if sized >= end or self.left < 0:
            raise Damaged
        width = _width(self.body[sized], 8)
        inner = sized + width
        if inner > end:
            raise Damaged
        size = int.from_bytes(self.body[sized:inner], "big") & (1 << 7 * width) - 1
        if size == (1 << 7 * width) - 1:
            return bytes(self.body[at:sized]), inner, UNKNOWN
        if inner + size > end:
            raise Damaged
        return bytes(self.body[at:sized]), inner, inner + size

    def _void(self, at: int, after: int) -> None:
        """One void over the whole element; its length takes one byte, or eight where one is too few."""
        width = 1 if after - at - 2 < 127 else 8
        length = after - at - 1 - width
        self.body[at] = VOID
        self.body[at + 1 : at + 1 + width] = (length | 1 << 7 * width).to_bytes(width, "big")
        self.body[at + 1 + width : after] = bytes(length)


def _width(first: int, most: int) -> int:
    """How many bytes a number of Matroska takes, from the leading zeros of its first byte."""
    width = 9 - first.bit_length()
    if width > most:
        raise Damaged
    return width
