"""A family whose words open another matter than the one they were made for."""

from django.db import models


class FamilyDoor(models.Model):
    """After two matters became one: the words of the second family lead to the one that goes on."""

    holder = models.OneToOneField(
        "vault.Holder", on_delete=models.CASCADE, related_name="+", help_text="The family's key."
    )
    matter = models.ForeignKey(
        "matters.Matter", on_delete=models.CASCADE, related_name="doors", help_text="What its words open."
    )

    def __str__(self) -> str:
        return f"door {self.pk}"
