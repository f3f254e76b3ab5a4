"""What is known of a facility: the rule and the practice, apart, each with its day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.facilities.models.cards import Facility


class FactNature(models.TextChoices):
    """Whether the law says so, or people met it there."""

    RULE = "rule", _("Rule")
    PRACTICE = "practice", _("What people met there (practice)")


class FactTopic(models.TextChoices):
    """What the fact is about; the order is the order on the card."""

    PARCELS = "parcels", _("Parcels")
    ACCEPTED = "accepted", _("What they accept")
    REFUSED = "refused", _("What they refuse")
    PHRASING = "phrasing", _("How to name and pack a thing")
    LIST_FORM = "list_form", _("The list of contents")
    QUEUE = "queue", _("The queue")
    VISITS = "visits", _("Visits")
    LETTERS = "letters", _("Letters")
    CALLS = "calls", _("Calls")
    MONEY = "money", _("Money")
    MEDICINE = "medicine", _("Medicine")


class Fact(models.Model):
    """One sentence or two about a facility, with the day when somebody last confirmed it."""

    facility = models.ForeignKey(
        Facility, on_delete=models.CASCADE, related_name="facts", help_text="Where it holds."
    )
    key = models.SlugField(max_length=40, help_text="Short name of the fact, once a facility.")
    nature = models.CharField(max_length=10, choices=FactNature, help_text="Rule or practice.")
    topic = models.CharField(max_length=12, choices=FactTopic, help_text="What it is about.")
    text_ru = models.CharField(max_length=600, help_text="The fact in Russian; never a person's name.")
    text_en = models.CharField(max_length=600, blank=True, help_text="The fact in English.")
    norms = models.CharField(
        max_length=120, blank=True, help_text="Rows of the law pack that a rule stands on, as SIZ-3 SIZ-4."
    )
    last_confirmed_on = models.DateField(help_text="Day when somebody last saw that it is so.")
    confirmed_by_n = models.PositiveSmallIntegerField(help_text="How many people have confirmed it.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("facility", "key"), name="fact_key_once_a_facility"),
            models.CheckConstraint(
                condition=models.Q(nature__in=FactNature.values), name="fact_nature_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(topic__in=FactTopic.values), name="fact_topic_is_known"
            ),
            models.CheckConstraint(condition=~models.Q(text_ru=""), name="fact_says_something"),
            models.CheckConstraint(
                condition=models.Q(confirmed_by_n__gte=1), name="fact_confirmed_by_somebody"
            ),
            models.CheckConstraint(
                condition=~models.Q(nature=FactNature.RULE) | ~models.Q(norms=""), name="rule_names_its_norm"
            ),
        )

    def __str__(self) -> str:
        return f"{self.nature} · {self.topic} · {self.key}"
