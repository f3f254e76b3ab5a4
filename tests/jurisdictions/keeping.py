"""Every filing of Russia filled with what was told in ``papers/told.yaml``, and the kept text a lawyer reads.

``python -m tests.jurisdictions.keeping`` writes the kept texts anew; what changed is then read as a diff.
"""

from pathlib import Path
from typing import Any

import yaml
from tests.core.documents.world import TODAY

from peredacha.core.documents import Filing, Need, Paper, fill, plain
from peredacha.jurisdictions.filings import filings

FOLDER = Path(__file__).parent / "papers"
TOLD: dict[str, dict[str, Any]] = yaml.safe_load((FOLDER / "told.yaml").read_text("utf-8"))


def facts(filing: Filing) -> dict[str, Any]:
    """What was told for every need of a filing, as the paper takes it."""
    told = TOLD["all"] | TOLD[filing.key]
    return {need.name: _as_told(need, told[need.name]) for need in filing.card.needs if need.name in told}


def _as_told(need: Need, value: Any) -> Any:
    if need.kind == "person":
        return dict(zip(("surname", "given", "patronymic"), value.split(), strict=True))
    return value if need.kind in ("yes_no", "list", "number", "money", "day") else str(value).strip()


def paper(filing: Filing, **changed: Any) -> Paper:
    """The filing filled with what was told, but for what is ``changed``; a question is a failure."""
    got = fill(filing, facts(filing) | changed, TODAY, {})
    assert isinstance(got, Paper), (filing.key, [(one.need.name, one.why) for one in got])
    return got


def readable(one: Paper) -> str:
    """The paper as a text file: plain spaces and hyphens, one line a block."""
    return plain(one).replace("\u00a0", " ").replace("\u2011", "-").strip() + "\n"


def kept(key: str) -> Path:
    """Where the text of a filing is kept."""
    return FOLDER / f"{key}.txt"


if __name__ == "__main__":
    for name, found in filings("ru").items():
        kept(name).write_text(readable(paper(found)), "utf-8")
