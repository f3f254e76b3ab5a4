"""What an import changed, kept so that it can be taken back exactly."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class ImportBatch(models.Model):
    """One import that wrote something."""

    chapter = models.SlugField(max_length=40, help_text="Key of the chapter whose cards were imported.")
    imported_at = models.DateTimeField(help_text="Moment when it was written.")
    undone_at = models.DateTimeField(
        null=True, blank=True, help_text="Moment when it was taken back; empty while it stands."
    )
    before = models.JSONField(
        encoder=DjangoJSONEncoder,
        help_text="Rows that it touched, as they were: [table, number, columns or null].",
    )
    after_mark = models.CharField(
        max_length=64, help_text="SHA-256 of the touched cards as it left them: a later change is seen by it."
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(undone_at__isnull=True) | models.Q(undone_at__gte=models.F("imported_at")),
                name="import_undone_after_it_was_made",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}: {self.chapter}"
