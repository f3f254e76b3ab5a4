"""Two of the eight words, read back by the caller."""

from django.utils.translation import gettext_lazy as _

from peredacha.design.typed_back import CardForm


class WordsBackForm(CardForm):
    """Two words typed back, so that the card at the other end is surely written."""

    asks = _("Ask for word number %(number)s and write it.")
    differs = _("This is not word number %(number)s. Read all eight to the caller once more.")
