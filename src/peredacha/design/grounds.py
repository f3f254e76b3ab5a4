"""The law under an answer, in the words of the page."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from peredacha.core.law.basis import Act, Basis
from peredacha.core.law.telling import norm_lines
from peredacha.design.wording import language


def told_norms(bases: Iterable[Basis], acts: Mapping[str, Act]) -> tuple[str, ...]:
    """Every norm once; one that was not checked says so."""
    lines: dict[str, str] = {}
    for basis in bases:
        for norm in norm_lines([basis], acts, language()):
            unchecked = basis.standing == "unverified"
            text = (
                _("%(norm)s (not checked against the text: ask a lawyer)") % {"norm": norm}
                if unchecked
                else norm
            )
            lines.setdefault(norm, text)
    return tuple(lines.values())
