"""A facility, its telephone lines and its windows."""

import secrets

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

PUBLIC_ID_LETTERS = "bcdfghjkmnpqrstvwxz"
"""No vowels, so that no word is spelt by chance; no l, which is read as a figure."""
PUBLIC_ID_LENGTH = 12


def new_public_id() -> str:
    """Twelve random letters: the only name of a facility in an address."""
    return "".join(secrets.choice(PUBLIC_ID_LETTERS) for _letter in range(PUBLIC_ID_LENGTH))


class FacilityKind(models.TextChoices):
    """What sort of place it is; the order is the order in which a family usually meets them."""

    POLICE = "police", _("Police")
    TEMPORARY = "temporary", _("Temporary holding centre (IVS)")
    SPECIAL_RECEPTION = "special_reception", _("Special reception centre")
    REMAND = "remand", _("Remand prison (SIZO)")
    COLONY = "colony", _("Colony")
    SETTLEMENT = "settlement", _("Settlement colony")
    JUVENILE = "juvenile", _("Juvenile colony")
    PRISON = "prison", _("Prison")
    HOSPITAL = "hospital", _("Prison hospital")
    CENTRE = "centre", _("Correctional centre")
    INVESTIGATORS = "investigators", _("Investigators")
    PROSECUTOR = "prosecutor", _("Prosecutor on duty")
    PRISON_PROSECUTOR = "prison_prosecutor", _("Prosecutor who supervises prisons")
    PRISON_SERVICE = "prison_service", _("Regional prison service")
    OMBUDSMAN = "ombudsman", _("Ombudsman for human rights")
    MONITORING = "monitoring", _("Public monitoring commission (ONK)")
    BAR = "bar", _("Bar chamber, duty lawyer")
    OFFICE = "office", _("Office or reception")


HOLDING_KINDS = (
    FacilityKind.POLICE,
    FacilityKind.TEMPORARY,
    FacilityKind.SPECIAL_RECEPTION,
    FacilityKind.REMAND,
    FacilityKind.COLONY,
    FacilityKind.SETTLEMENT,
    FacilityKind.JUVENILE,
    FacilityKind.PRISON,
    FacilityKind.HOSPITAL,
    FacilityKind.CENTRE,
)
"""Where a person can be held; the other kinds are offices."""


class Regime(models.TextChoices):
    """The regime that the court names in the verdict."""

    GENERAL = "general", _("general regime")
    STRICT = "strict", _("strict regime")
    SPECIAL = "special", _("special regime")
    WOMEN = "women", _("for women")
    JUVENILE = "juvenile", _("for minors")
    SETTLEMENT = "settlement", _("settlement")
    PRISON = "prison", _("prison regime")


class Facility(models.Model):
    """One place on the map of the system: where a person may be held, or whom one calls about him."""

    public_id = models.CharField(
        max_length=PUBLIC_ID_LENGTH,
        unique=True,
        default=new_public_id,
        validators=[RegexValidator(rf"^[{PUBLIC_ID_LETTERS}]{{{PUBLIC_ID_LENGTH}}}$")],
        help_text="Twelve random letters; the name of the card in an address.",
    )
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter that keeps this card.")
    code = models.SlugField(max_length=40, help_text="Short name of the card in the chapter's own tables.")
    kind = models.CharField(max_length=20, choices=FacilityKind, help_text="What sort of place it is.")
    regime = models.CharField(
        max_length=20, choices=Regime, blank=True, help_text="Regime, where the place has one."
    )
    region = models.CharField(max_length=10, help_text="Code of the region, such as RU-MOW.")
    name_ru = models.CharField(max_length=200, help_text="Full name in Russian.")
    name_en = models.CharField(max_length=200, blank=True, help_text="Full name in English.")
    short_name_ru = models.CharField(max_length=80, blank=True, help_text="What people call it, in Russian.")
    short_name_en = models.CharField(max_length=80, blank=True, help_text="What people call it, in English.")
    place_ru = models.CharField(max_length=80, blank=True, help_text="Town or village, in Russian.")
    place_en = models.CharField(max_length=80, blank=True, help_text="Town or village, in English.")
    address_ru = models.CharField(max_length=250, blank=True, help_text="Postal address, in Russian.")
    address_en = models.CharField(max_length=250, blank=True, help_text="Postal address, in English.")
    fictional = models.BooleanField(default=False, help_text="True where the place is invented for the demo.")
    changed_on = models.DateField(null=True, help_text="The day when the card was last written.")
    search = models.TextField(
        editable=False, help_text="Names and place folded for search: lower case, ё as е, no punctuation."
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("chapter", "code"), name="facility_code_once_a_chapter"),
            models.CheckConstraint(
                condition=models.Q(kind__in=FacilityKind.values), name="facility_kind_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(regime__in=["", *Regime.values]), name="facility_regime_is_known"
            ),
            models.CheckConstraint(condition=~models.Q(name_ru=""), name="facility_has_a_name"),
            models.CheckConstraint(condition=~models.Q(region=""), name="facility_has_a_region"),
            models.CheckConstraint(condition=~models.Q(code=""), name="facility_has_a_code"),
        )
        indexes = (models.Index(fields=("region", "kind"), name="facility_region_kind"),)

    def __str__(self) -> str:
        return self.short_name_ru or self.name_ru


class PhoneLine(models.Model):
    """One telephone number of a facility and what it is for; never whose it is."""

    facility = models.ForeignKey(
        Facility, on_delete=models.CASCADE, related_name="phone_lines", help_text="Whose line it is."
    )
    position = models.PositiveSmallIntegerField(help_text="Order on the card, from 1.")
    number = models.CharField(max_length=40, help_text="Number as it is dialled, with the country code.")
    purpose_ru = models.CharField(max_length=120, blank=True, help_text="What the line is for, in Russian.")
    purpose_en = models.CharField(max_length=120, blank=True, help_text="What the line is for, in English.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("facility", "position"), name="phone_position_once"),
            models.CheckConstraint(condition=models.Q(position__gte=1), name="phone_position_from_one"),
            models.CheckConstraint(condition=~models.Q(number=""), name="phone_has_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.position}: {self.number}"


class WindowPurpose(models.TextChoices):
    """What a family comes to a window for."""

    PARCELS = "parcels", _("Parcels")
    VISITS = "visits", _("Visits")
    INFORMATION = "information", _("Information")


class Window(models.Model):
    """One window of a facility: when it is open, how the queue goes, and what it wants from you."""

    facility = models.ForeignKey(
        Facility, on_delete=models.CASCADE, related_name="windows", help_text="Whose window it is."
    )
    purpose = models.CharField(max_length=12, choices=WindowPurpose, help_text="What one comes for.")
    days = models.CharField(
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^[1-7]*$")],
        help_text="Open weekdays as figures, Monday is 1: 135 is Monday, Wednesday, Friday.",
    )
    hours = models.CharField(
        max_length=60, blank=True, help_text="Opening hours, local time, as 09:00-12:00, 13:00-16:00."
    )
    queue_ru = models.CharField(max_length=300, blank=True, help_text="How the queue goes, in Russian.")
    queue_en = models.CharField(max_length=300, blank=True, help_text="How the queue goes, in English.")
    wants_ru = models.TextField(blank=True, help_text="What the window wants, one thing a line, in Russian.")
    wants_en = models.TextField(blank=True, help_text="What the window wants, one thing a line, in English.")
    note_ru = models.CharField(max_length=500, blank=True, help_text="Anything else to know, in Russian.")
    note_en = models.CharField(max_length=500, blank=True, help_text="Anything else to know, in English.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("facility", "purpose"), name="window_purpose_once"),
            models.CheckConstraint(
                condition=models.Q(purpose__in=WindowPurpose.values), name="window_purpose_is_known"
            ),
            models.CheckConstraint(condition=models.Q(days__regex=r"^[1-7]*$"), name="window_days_are_days"),
        )

    def __str__(self) -> str:
        return f"{self.purpose}: {self.days} {self.hours}".strip()
