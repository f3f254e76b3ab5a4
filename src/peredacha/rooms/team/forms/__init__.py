"""What the pages of the team room ask."""

from peredacha.rooms.team.forms.account import (
    AppForm,
    NameForm,
    NewAppForm,
    NewPassphraseForm,
    NewPhoneForm,
    PasskeyForm,
    SureForm,
)
from peredacha.rooms.team.forms.joining import JoinForm, WordsForm
from peredacha.rooms.team.forms.team import InviteForm, RoleForm

__all__ = [
    "AppForm",
    "InviteForm",
    "JoinForm",
    "NameForm",
    "NewAppForm",
    "NewPassphraseForm",
    "NewPhoneForm",
    "PasskeyForm",
    "RoleForm",
    "SureForm",
    "WordsForm",
]
