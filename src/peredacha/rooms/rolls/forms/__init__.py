"""Forms: one person, a pasted list, taps and ticks, turned into clean values."""

from peredacha.rooms.rolls.forms.rolls import CloseForm, PasteForm, RollStateForm, RowForm, TapForm, UndoForm

__all__ = ["CloseForm", "PasteForm", "RollStateForm", "RowForm", "TapForm", "UndoForm"]
