from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("facilities", "0002_what_happened_at_the_windows"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="outcome",
            name="outcome_is_of_a_known_sort",
        ),
        migrations.RemoveConstraint(
            model_name="report",
            name="report_is_of_a_known_sort",
        ),
        migrations.AlterField(
            model_name="outcome",
            name="subject",
            field=models.CharField(
                choices=[
                    ("goods", "A thing"),
                    ("list", "The list of contents"),
                    ("fact", "A line of the card"),
                    ("window", "A window"),
                    ("phone", "A telephone line"),
                ],
                help_text="Which sort of line it speaks of.",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="outcome",
            name="verdict",
            field=models.CharField(
                choices=[
                    ("accepted", "They took it"),
                    ("accepted_so", "They took it only like this"),
                    ("refused", "They did not take it"),
                    ("wanted", "They want it so"),
                    ("unwanted", "They do not want it so"),
                    ("same", "It is still so"),
                    ("different", "It was different"),
                    ("closed", "It was closed"),
                ],
                help_text="What happened.",
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="report",
            name="subject",
            field=models.CharField(
                choices=[
                    ("goods", "A thing"),
                    ("list", "The list of contents"),
                    ("fact", "A line of the card"),
                    ("window", "A window"),
                    ("phone", "A telephone line"),
                ],
                help_text="Which sort of line it speaks of.",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="report",
            name="verdict",
            field=models.CharField(
                choices=[
                    ("accepted", "They took it"),
                    ("accepted_so", "They took it only like this"),
                    ("refused", "They did not take it"),
                    ("wanted", "They want it so"),
                    ("unwanted", "They do not want it so"),
                    ("same", "It is still so"),
                    ("different", "It was different"),
                    ("closed", "It was closed"),
                ],
                help_text="What happened.",
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("subject__in", ["goods", "list", "fact", "window", "phone"]),
                    (
                        "verdict__in",
                        [
                            "accepted",
                            "accepted_so",
                            "refused",
                            "wanted",
                            "unwanted",
                            "same",
                            "different",
                            "closed",
                        ],
                    ),
                ),
                name="outcome_is_of_a_known_sort",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("subject__in", ["goods", "list", "fact", "window", "phone"]),
                    (
                        "verdict__in",
                        [
                            "accepted",
                            "accepted_so",
                            "refused",
                            "wanted",
                            "unwanted",
                            "same",
                            "different",
                            "closed",
                        ],
                    ),
                ),
                name="report_is_of_a_known_sort",
            ),
        ),
    ]
