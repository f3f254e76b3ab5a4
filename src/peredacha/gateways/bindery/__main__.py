"""The bindery in a process of its own: files on its input, one answer on its output, words on its errors.

It bounds itself as the cleaner does: no file is written, no memory is kept, time and memory end. Numbers come as
arguments, files and words by the pipe alone.
"""

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from peredacha.core.binder import Sheet
from peredacha.core.cleaning import Unacceptable
from peredacha.core.cleaning.bounds import bound
from peredacha.gateways.bindery import jobs, leaves, recognition, sentences
from peredacha.gateways.bindery.apart import apart
from peredacha.gateways.bindery.stitching import stitched

MOST_BYTES = 200 * 1024 * 1024
"""All pages of one PDF together [bytes]."""


@dataclass
class Pages:
    """The pages as they come out of their files, and those that do not."""

    runs: list[tuple[Sequence[Sheet], bytes]] = field(default_factory=list)
    damaged: list[jobs.Damaged] = field(default_factory=list)
    left: int = MOST_BYTES

    def add(self, body: bytes, run: Sequence[Sheet]) -> None:
        """Take the pages of one file; a page that it does not have, or not whole, does not harm the others."""
        try:
            if self.left <= 0:
                raise Unacceptable(sentences.TOO_HEAVY)
            made = apart(lambda: leaves.taken(body, [sheet.leaf for sheet in run]))
            if len(made) > self.left:
                self.left = 0
                raise Unacceptable(sentences.TOO_HEAVY)
        except Unacceptable as no:
            if no.said in (sentences.NO_LEAF, sentences.LEAF_DAMAGED) and len(run) > 1:
                for sheet in run:
                    self.add(body, (sheet,))
            else:
                self.damaged += (jobs.Damaged(sheet.number, no.said) for sheet in run)
        else:
            self.left -= len(made)
            self.runs.append((run, made))


def bind(given: io.RawIOBase) -> tuple[bytes, str]:
    """One PDF, and which pages are not in it."""
    job = jobs.JOB.validate_json(jobs.read_sized(given))
    pages = Pages()
    for _digest, run in job.runs:
        pages.add(jobs.read_sized(given), run)
    return stitched(job.front, job.sheets, pages.runs), jobs.told(pages.damaged)


def main(asked: Sequence[str], given: io.RawIOBase) -> tuple[bytes, str]:
    """The answer and the line beside it. Raises Unacceptable."""
    match asked:
        case ["bind"]:
            return bind(given)
        case ["count"]:
            return str(leaves.count(given.readall())).encode(), jobs.told(())
        case ["picture", leaf, rotation, longest_side]:
            held = io.BytesIO()
            drawn = leaves.picture(given.readall(), int(leaf), int(rotation), int(longest_side))
            drawn.save(held, "JPEG", quality=leaves.QUALITY)
            return held.getvalue(), jobs.told(())
        case ["read", leaf, rotation]:
            drawn = leaves.picture(given.readall(), int(leaf), int(rotation), recognition.SHARPEST)
            return recognition.letters(drawn).encode(), jobs.told(())
    raise ValueError


def run() -> int:
    """Bound, work, answer; 1 and no word when something went wrong."""
    bound()
    try:
        with io.FileIO(0, "rb", closefd=False) as given:
            made, words = main(sys.argv[1:], given)
    except Unacceptable as no:
        made, words = b"", jobs.told(no.said)
    except Exception:  # whatever it is, its words could hold a name
        return 1
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    sys.stderr.write(f"\n{words}\n")
    return 0


if __name__ == "__main__":
    sys.exit(run())
