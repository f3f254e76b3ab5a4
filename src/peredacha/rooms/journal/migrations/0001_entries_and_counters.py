from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ChainHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("count", models.BigIntegerField(default=0, help_text="How many entries the chain has.")),
                (
                    "digest",
                    models.BinaryField(
                        default=b"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
                        help_text="Digest of the last entry.",
                        max_length=32,
                    ),
                ),
                (
                    "blanked",
                    models.BigIntegerField(
                        default=0, help_text="How many entries the house itself has blanked."
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="journal_has_one_head")
                ],
            },
        ),
        migrations.CreateModel(
            name="Counter",
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
                        blank=True, help_text="Key of the chapter; empty for the house.", max_length=40
                    ),
                ),
                ("month", models.DateField(help_text="First day of the month.")),
                (
                    "name",
                    models.SlugField(
                        help_text="What is counted, as a word such as plans_printed.", max_length=60
                    ),
                ),
                ("value", models.PositiveBigIntegerField(default=0, help_text="How many there were.")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chapter", "month", "name"), name="journal_counter_once_a_month"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.BigIntegerField(
                        help_text="Place in the chain: 1, 2, 3 without a gap.", unique=True
                    ),
                ),
                (
                    "day",
                    models.DateField(help_text="Day of the act; the hour stands in the sealed part alone."),
                ),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("request_came", "A request came"),
                            ("matter_opened", "A matter was opened"),
                            ("matter_read", "A matter was read"),
                            ("matter_changed", "A matter was changed"),
                            ("matter_closed", "A matter was closed"),
                            ("claimed", "A matter was taken"),
                            ("released", "A matter was given back"),
                            ("matched", "A veteran was found"),
                            ("handed_over", "A matter was handed over"),
                            ("granted", "Access was given"),
                            ("revoked", "Access was taken back"),
                            ("message_sent", "A message was sent"),
                            ("file_sent", "A file was sent"),
                            ("file_read", "A file was read"),
                            ("exported", "A matter was exported"),
                            ("erased", "A matter was erased"),
                            ("profile_read", "A helper’s card was read"),
                            ("invited", "A helper was invited"),
                            ("vouched", "A helper was vouched for"),
                            ("joined", "A helper joined"),
                            ("left", "A helper left"),
                            ("role_changed", "A role was changed"),
                            ("signed_in", "A helper signed in"),
                            ("factor_failed", "A sign-in failed"),
                            ("keys_changed", "Keys were changed"),
                            ("frozen", "An account was locked"),
                            ("sealed", "The house was locked"),
                            ("unsealed", "The house was opened again"),
                            ("backup_made", "A backup was made"),
                            ("restored", "A backup was restored"),
                        ],
                        help_text="What was done.",
                        max_length=24,
                    ),
                ),
                (
                    "chapter",
                    models.SlugField(
                        blank=True, help_text="Key of the chapter; empty for the house.", max_length=40
                    ),
                ),
                (
                    "actor",
                    models.UUIDField(
                        blank=True,
                        help_text="Pseudonym of the helper; empty for a family or the system.",
                        null=True,
                    ),
                ),
                (
                    "subject_tag",
                    models.BinaryField(
                        blank=True,
                        db_index=True,
                        help_text="HMAC by which a matter's circle finds it.",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "sealed",
                    models.BinaryField(
                        blank=True,
                        help_text="Exact time and details, sealed by the room that wrote it.",
                        null=True,
                    ),
                ),
                (
                    "salt",
                    models.BinaryField(
                        blank=True,
                        help_text="Random bytes of the content's hash; empty once blanked.",
                        max_length=16,
                        null=True,
                    ),
                ),
                (
                    "content_hash",
                    models.BinaryField(
                        help_text="SHA-256 of salt, actor, tag and sealed part.", max_length=32
                    ),
                ),
                (
                    "previous",
                    models.BinaryField(
                        help_text="Digest of the entry before; zeros for the first.", max_length=32
                    ),
                ),
                (
                    "digest",
                    models.BinaryField(
                        help_text="SHA-256 of previous, number, day, act, chapter and content hash.",
                        max_length=32,
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
                "indexes": [models.Index(fields=["chapter", "day"], name="journal_entry_by_month")],
            },
        ),
    ]
