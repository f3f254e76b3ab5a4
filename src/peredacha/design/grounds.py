"""The law under an answer, in the words of the page."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from peredacha.core.law.basis import Act, Basis
from peredacha.core.law.telling import norm_lines
from peredacha.design.wording import language


def told_norms(bases: Iterable[Basis], acts: Mapping[str, Act]) -> tuple[str, ...]:
    """Every norm once; one that was not checked, or only in part, says so."""
    lines: dict[str, str] = {}
    for basis in bases:
        for norm in norm_lines([basis], acts, language()):
            lines.setdefault(norm, with_standing(norm, basis.standing))
    return tuple(lines.values())


def with_standing(norm: str, standing: str) -> str:
    """A norm and how far it was checked; nothing beside one that was."""
    if standing == "unverified":
        return _("%(norm)s (not checked against the text: ask a lawyer)") % {"norm": norm}
    if standing == "partly":
        return _("%(norm)s (checked in part: ask a lawyer)") % {"norm": norm}
    return norm
