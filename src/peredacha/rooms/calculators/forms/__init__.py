"""What was typed becomes days, numbers and cases of the law; each fault is one sentence at its field."""

from peredacha.rooms.calculators.forms.base import CalculatorForm
from peredacha.rooms.calculators.forms.custody import CustodyForm
from peredacha.rooms.calculators.forms.deadline import DeadlineForm, RuleForm
from peredacha.rooms.calculators.forms.parcels import ParcelsForm
from peredacha.rooms.calculators.forms.parole import ParoleForm
from peredacha.rooms.calculators.forms.served import ServedForm

__all__ = [
    "CalculatorForm",
    "CustodyForm",
    "DeadlineForm",
    "ParcelsForm",
    "ParoleForm",
    "RuleForm",
    "ServedForm",
]
