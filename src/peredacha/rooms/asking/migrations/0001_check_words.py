import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("vault", "0003_what_was_lost"),
    ]

    operations = [
        migrations.CreateModel(
            name="CheckWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "box",
                    models.BinaryField(
                        help_text="The word and the day of that visit, sealed by the family's keys."
                    ),
                ),
                (
                    "holder",
                    models.OneToOneField(
                        help_text="The family's key.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="vault.holder",
                    ),
                ),
            ],
        ),
    ]
