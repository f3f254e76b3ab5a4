import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arrivals", "0001_tickets_and_merges"),
        ("matters", "0003_families_led_to_another_matter"),
    ]

    operations = [
        migrations.AlterField(
            model_name="ticket",
            name="id",
            field=models.UUIDField(
                help_text="Random number that came with the form, or a hash of its random mark with what it said.",
                primary_key=True,
                serialize=False,
            ),
        ),
        migrations.AlterField(
            model_name="ticket",
            name="matter",
            field=models.ForeignKey(
                help_text="The matter into which a call, a letter or a mail was written down with it; empty for every other form: of a roll, a try to reach somebody, a promise.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="matters.matter",
            ),
        ),
    ]
