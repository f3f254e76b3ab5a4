from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("vault", "0001_circles_grants_and_codes"),
    ]

    operations = [
        migrations.AddField(
            model_name="safe",
            name="salted",
            field=models.BooleanField(
                default=False,
                help_text="Whether it opens only with its salt, which stands apart; no for the oldest ones.",
            ),
        ),
    ]
