"""What is taken along: chosen pages, or a biography with its sections."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _

from peredacha.design.numbers import NumberedForm, line, tick

SOURCES = tick(
    _("Tell from whom each page came"),
    _(
        "It is printed for everybody who gets the PDF, the other side too. Leave it out if somebody could be harmed."
    ),
)
TITLE = line(_("How is it called?"), _("It stands on the first page, for example: For Thursday."))
UNDER = line(_("A line below it"), _("You may leave this empty."), required=False)


class BundleForm(NumberedForm):
    """What to bring: pages in the order in which they are typed."""

    title = TITLE
    under = UNDER
    chronology = tick(_("Put the chronology in front"))
    contradictions = tick(_("Put the contradictions in front"))
    sources = SOURCES
    numbered = MappingProxyType({"pages": _("Which pages come along, in which order?")})
    field_order = ("title", "pages", "under", "chronology", "contradictions", "sources")


class PacketForm(NumberedForm):
    """A biography as a whole; its sections are told one by one."""

    title = line(_("How is it called?"), _("It stands on the first page."))
    under = UNDER
    sources = SOURCES


class SectionForm(NumberedForm):
    """One section of a biography: words, pages, or both."""

    words = line(
        _("In a few sentences"), _("You may leave this empty."), rows=6, required=False, longest=2_000
    )
    numbered = MappingProxyType({"pages": _("Which pages show it?")})
    needed = False


FORMS: Mapping[str, type[NumberedForm]] = MappingProxyType({"bundle": BundleForm, "packet": PacketForm})
"""The form of each kind."""
