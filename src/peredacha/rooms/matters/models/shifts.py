"""The book of the shift: what one shift leaves to the next, sealed to the reception of the chapter."""

from django.db import models

from peredacha.rooms.vault.models import SealedRow


class ShiftBook(models.Model):
    """Where the notes of a chapter's reception are kept."""

    chapter = models.SlugField(max_length=40, unique=True, help_text="Key of the chapter.")
    safe = models.OneToOneField(
        "vault.Safe", on_delete=models.CASCADE, related_name="+", help_text="What the reception reads."
    )

    def __str__(self) -> str:
        return f"shift book of {self.chapter}"


class ShiftNote(SealedRow):
    """One line about one matter: for the next shift, or what stood before a change of many; it goes with the matter."""

    matter = models.ForeignKey(
        "matters.Matter", on_delete=models.CASCADE, related_name="+", help_text="About which matter it is."
    )

    class Meta(SealedRow.Meta):
        pass

    def __str__(self) -> str:
        return f"shift note {self.id}"
