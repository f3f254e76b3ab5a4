import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0001_matters_facts_and_cards"),
        ("vault", "0001_circles_grants_and_codes"),
    ]

    operations = [
        migrations.CreateModel(
            name="ShiftBook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chapter", models.SlugField(help_text="Key of the chapter.", max_length=40, unique=True)),
                (
                    "safe",
                    models.OneToOneField(
                        help_text="What the reception reads.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="vault.safe",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ShiftNote",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, help_text="Random name.", primary_key=True, serialize=False
                    ),
                ),
                ("epoch", models.PositiveIntegerField(help_text="Which data key of the safe.")),
                (
                    "sequence",
                    models.PositiveIntegerField(
                        help_text="Its place among the rows of this table in the safe, from 1."
                    ),
                ),
                ("sealed", models.BinaryField(help_text="The value: sealed, padded, bound to its place.")),
                (
                    "matter",
                    models.ForeignKey(
                        help_text="About which matter it is.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="matters.matter",
                    ),
                ),
                (
                    "safe",
                    models.ForeignKey(
                        help_text="Whose data key opens it.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="vault.safe",
                    ),
                ),
            ],
            options={
                "ordering": ("sequence",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("safe", "sequence"), name="shiftnote_place_once")
                ],
            },
        ),
    ]
