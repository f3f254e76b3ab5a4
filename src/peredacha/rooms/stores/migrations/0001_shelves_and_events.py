import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("goods", "0001_things_codes_and_papers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Drive",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, help_text="Random name.", primary_key=True, serialize=False
                    ),
                ),
                ("chapter", models.SlugField(help_text="Key of the chapter.", max_length=40)),
                (
                    "name",
                    models.CharField(
                        help_text="What the collection is called; never who gave.", max_length=80
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        blank=True, help_text="What came in, in a few words; never who gave.", max_length=200
                    ),
                ),
                ("day", models.DateField(help_text="Day of the collection.")),
                (
                    "grams",
                    models.PositiveIntegerField(
                        help_text="Weight on the scales [grams]; empty if not weighed.", null=True
                    ),
                ),
            ],
            options={
                "ordering": ("-day", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="drive_has_a_name"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Kit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, help_text="Random name.", primary_key=True, serialize=False
                    ),
                ),
                ("chapter", models.SlugField(help_text="Key of the chapter.", max_length=40)),
                ("name", models.CharField(help_text="What the set is called.", max_length=80)),
            ],
            options={
                "ordering": ("name", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("chapter", "name"), name="kit_name_once_a_chapter"),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="kit_has_a_name"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, help_text="Random name.", primary_key=True, serialize=False
                    ),
                ),
                ("chapter", models.SlugField(help_text="Key of the chapter.", max_length=40)),
                (
                    "name",
                    models.CharField(
                        help_text="Short name that the helpers choose; never an address and never whose flat it is.",
                        max_length=40,
                    ),
                ),
            ],
            options={
                "ordering": ("name", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("chapter", "name"), name="place_name_once_a_chapter"),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="place_has_a_name"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lot",
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
                (
                    "shelf",
                    models.CharField(blank=True, help_text="Shelf or box in the place.", max_length=20),
                ),
                (
                    "best_before",
                    models.DateField(
                        help_text="Last day on which it is good; empty where it keeps.", null=True
                    ),
                ),
                (
                    "pieces",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="Sum of its movements, written with each of them and never below nothing.",
                    ),
                ),
                (
                    "good",
                    models.ForeignKey(
                        help_text="What lies there.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="goods.good",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        help_text="Where it lies.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lots",
                        to="stores.place",
                    ),
                ),
            ],
            options={
                "ordering": ("best_before", "id"),
            },
        ),
        migrations.CreateModel(
            name="KitLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pieces", models.PositiveIntegerField(help_text="How many pieces of it.")),
                (
                    "good",
                    models.ForeignKey(
                        help_text="Which thing.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="goods.good",
                    ),
                ),
                (
                    "kit",
                    models.ForeignKey(
                        help_text="In which set.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="stores.kit",
                    ),
                ),
            ],
            options={
                "ordering": ("good__name_ru", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("kit", "good"), name="kit_line_once"),
                    models.CheckConstraint(
                        condition=models.Q(("pieces__gte", 1)), name="kit_line_has_pieces"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Movement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        help_text="Random name; the same form has the same.",
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("pieces", models.IntegerField(help_text="How many more; fewer where it is below nothing.")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("received", "Bought"),
                            ("donated", "Given to us"),
                            ("transferred", "Moved to another place"),
                            ("counted", "Counted anew"),
                            ("packed", "Packed"),
                            ("unpacked", "Put back"),
                            ("written_off", "Written off"),
                        ],
                        help_text="Why there are more or fewer.",
                        max_length=12,
                    ),
                ),
                ("day", models.DateField(help_text="Day on which it happened.")),
                (
                    "errand",
                    models.UUIDField(
                        db_index=True,
                        help_text="Keyed hash of the parcel it was packed for; blanked when that ends.",
                        null=True,
                    ),
                ),
                (
                    "drive",
                    models.ForeignKey(
                        help_text="In which drive it came.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="movements",
                        to="stores.drive",
                    ),
                ),
                (
                    "lot",
                    models.ForeignKey(
                        help_text="Of which lot.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="movements",
                        to="stores.lot",
                    ),
                ),
            ],
            options={
                "ordering": ("-day", "id"),
                "indexes": [models.Index(fields=["day", "kind"], name="movement_day_kind")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pieces", 0), _negated=True), name="movement_moves_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "received",
                                    "donated",
                                    "transferred",
                                    "counted",
                                    "packed",
                                    "unpacked",
                                    "written_off",
                                ],
                            )
                        ),
                        name="movement_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ("transferred", "counted")),
                            models.Q(("kind__in", ("received", "donated", "unpacked")), ("pieces__gt", 0)),
                            models.Q(("kind__in", ("packed", "written_off")), ("pieces__lt", 0)),
                            _connector="OR",
                        ),
                        name="movement_goes_its_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("errand", None), ("kind__in", ("packed", "unpacked")), _connector="OR"
                        ),
                        name="movement_errand_is_packed",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="lot",
            constraint=models.UniqueConstraint(
                fields=("good", "place", "shelf", "best_before"), name="lot_once_on_a_shelf"
            ),
        ),
        migrations.AddConstraint(
            model_name="lot",
            constraint=models.UniqueConstraint(
                condition=models.Q(("best_before", None)),
                fields=("good", "place", "shelf"),
                name="lot_that_keeps_once_on_a_shelf",
            ),
        ),
        migrations.AddConstraint(
            model_name="lot",
            constraint=models.CheckConstraint(
                condition=models.Q(("pieces__gte", 0), ("pieces__lte", 100000)),
                name="lot_is_never_below_nothing",
            ),
        ),
    ]
