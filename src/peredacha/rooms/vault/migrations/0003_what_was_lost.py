from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("vault", "0002_safes_with_a_salt"),
    ]

    operations = [
        migrations.AddField(
            model_name="comeback",
            name="lost",
            field=models.CharField(
                choices=[
                    ("factors", "phone and printed codes"),
                    ("keys", "passphrase and printed words"),
                    ("all", "all of it"),
                ],
                default="keys",
                help_text="What was lost: phone and printed codes, passphrase and printed words, or all of it.",
                max_length=7,
            ),
        ),
        migrations.AddConstraint(
            model_name="comeback",
            constraint=models.CheckConstraint(
                condition=models.Q(("lost__in", ["factors", "keys", "all"])), name="comeback_lost_is_known"
            ),
        ),
    ]
