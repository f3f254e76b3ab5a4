"""What may be answered about the person: keys of the law and their words."""

from django.utils.translation import gettext_lazy as _

UNKNOWN = "?"
"""“I don't know” among the answers."""
DONT_KNOW = (UNKNOWN, _("I don't know"))
HELD = [
    ("remand", _("In a remand prison, or not yet there")),
    ("colony", _("In a colony or prison, after the verdict")),
    DONT_KNOW,
]
HOW_KNOWN = [
    ("call", _("He called")),
    ("letter", _("He wrote")),
    ("visit", _("Somebody saw him")),
    ("lawyer", _("His lawyer says so")),
    ("window", _("They said so at the window, or on the telephone")),
    ("paper", _("It stands in an official answer")),
    DONT_KNOW,
]
REGIMES = [
    ("general", _("General regime")),
    ("strict", _("Strict regime")),
    ("special", _("Special regime")),
    ("settlement", _("Settlement colony")),
    ("juvenile", _("Juvenile colony")),
    ("prison", _("Prison")),
    DONT_KNOW,
]
CONDITIONS = [
    ("ordinary", _("Ordinary conditions (in a prison: its general regime)")),
    ("eased", _("Eased conditions")),
    ("privileged", _("Privileged conditions (juvenile colonies only)")),
    ("strict", _("Strict conditions (in a prison: its strict regime)")),
    DONT_KNOW,
]
CELLS = [
    ("", _("No, or I don't know")),
    ("punishment_cell", _("Yes, in a punishment cell (SHIZO)")),
    ("cell_block", _("Yes, in a cell block (PKT)")),
]
SEXES = [("f", _("A woman")), ("m", _("A man")), DONT_KNOW]
TRAITS = [
    ("pregnant", _("Pregnant")),
    ("small_child", _("Her child under 3 is with her")),
    ("medical_conclusion", _("Ill, and there is a medical conclusion")),
    ("disabled_1_2", _("Disability of group 1 or 2")),
]
LANGUAGES = [("ru", _("Russian")), ("en", _("English")), ("", _("Another one, or I don't know"))]
