import django.core.serializers.json
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "chapter",
                    models.SlugField(
                        help_text="Key of the chapter whose cards were imported.", max_length=40
                    ),
                ),
                ("imported_at", models.DateTimeField(help_text="Moment when it was written.")),
                (
                    "undone_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Moment when it was taken back; empty while it stands.",
                        null=True,
                    ),
                ),
                (
                    "before",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        help_text="Rows that it touched, as they were: [table, number, columns or null].",
                    ),
                ),
                (
                    "after_mark",
                    models.CharField(
                        help_text="SHA-256 of the touched cards as it left them: a later change is seen by it.",
                        max_length=64,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("undone_at__isnull", True),
                            ("undone_at__gte", models.F("imported_at")),
                            _connector="OR",
                        ),
                        name="import_undone_after_it_was_made",
                    )
                ],
            },
        ),
    ]
