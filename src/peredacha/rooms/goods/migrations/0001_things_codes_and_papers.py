import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("vault", "0004_packers_and_writers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Good",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        help_text="Random name; the key in a packing.",
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("chapter", models.SlugField(help_text="Key of the chapter.", max_length=40)),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Short name in the chapter's table; empty when typed by hand.",
                        max_length=40,
                    ),
                ),
                ("name_ru", models.CharField(help_text="What it is, in Russian.", max_length=80)),
                ("name_en", models.CharField(blank=True, help_text="What it is, in English.", max_length=80)),
                (
                    "grams",
                    models.PositiveIntegerField(
                        help_text="Weight of one piece with its own packing [grams]."
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("piece", "piece"),
                            ("pack", "pack"),
                            ("bag", "bag"),
                            ("jar", "jar or tin"),
                            ("bottle", "bottle"),
                            ("box", "box"),
                            ("pair", "pair"),
                        ],
                        default="piece",
                        help_text="What one piece is.",
                        max_length=8,
                    ),
                ),
                (
                    "groups",
                    models.CharField(
                        blank=True,
                        help_text="Keys of its kinds in the law of parcels, parted by spaces.",
                        max_length=200,
                    ),
                ),
                (
                    "size",
                    models.CharField(
                        blank=True, help_text="Size of clothes or shoes; else empty.", max_length=10
                    ),
                ),
                (
                    "season",
                    models.CharField(
                        blank=True,
                        choices=[("winter", "winter"), ("summer", "summer")],
                        help_text="For which season; empty for the whole year.",
                        max_length=6,
                    ),
                ),
                (
                    "aliases",
                    models.CharField(
                        blank=True,
                        help_text="Other words under which people look for it, with commas.",
                        max_length=200,
                    ),
                ),
                (
                    "least",
                    models.PositiveIntegerField(
                        default=0, help_text="How many pieces should always be there; 0: no matter."
                    ),
                ),
                ("gone", models.BooleanField(default=False, help_text="True where it is packed no more.")),
                (
                    "search",
                    models.TextField(editable=False, help_text="Names and aliases folded for search."),
                ),
            ],
            options={
                "ordering": ("name_ru", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("code", ""), _negated=True),
                        fields=("chapter", "code"),
                        name="good_code_once_a_chapter",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("grams__gte", 1), ("grams__lte", 20000)),
                        name="good_weighs_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name_ru", ""), _negated=True), name="good_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("unit__in", ["piece", "pack", "bag", "jar", "bottle", "box", "pair"])
                        ),
                        name="good_unit_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("season__in", ["", "winter", "summer"])),
                        name="good_season_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperBook",
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
                        help_text="What the packers read.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="vault.safe",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Barcode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chapter", models.SlugField(help_text="Key of the chapter.", max_length=40)),
                (
                    "code",
                    models.CharField(
                        help_text="EAN-8 or EAN-13, figures with the check figure.", max_length=13
                    ),
                ),
                (
                    "good",
                    models.ForeignKey(
                        help_text="What it is.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="barcodes",
                        to="goods.good",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("chapter", "code"), name="barcode_once_a_chapter"),
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^([0-9]{8}|[0-9]{13})$")),
                        name="barcode_is_figures",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GoodPaper",
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
                    "blob",
                    models.CharField(
                        help_text="Random name of the encrypted file in the folder of attachments.",
                        max_length=32,
                        unique=True,
                    ),
                ),
                (
                    "best_before",
                    models.DateField(
                        help_text="Best-before day of the pieces it speaks of; empty: of all of them.",
                        null=True,
                    ),
                ),
                (
                    "good",
                    models.ForeignKey(
                        help_text="Of which thing.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="goods.good",
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
                    models.UniqueConstraint(fields=("safe", "sequence"), name="goodpaper_place_once")
                ],
            },
        ),
    ]
