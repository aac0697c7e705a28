"""What a unit writes into a plan: cause and goal, and of each measure what, who, by when, which proof."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.ledger.actions.plan import MeasureText
from bihuan.ledger.forms.inputs import DayInput, lines
from bihuan.ledger.models import Measure
from bihuan.rules.measure import KINDS, Kind
from bihuan.trail.answers import words


class PlanForm(forms.Form):
    cause = forms.CharField(label=_("原因剖析"), widget=lines(4), required=False, max_length=5000)
    goal = forms.CharField(label=_("整改目标"), widget=lines(3), required=False, max_length=3000)


class MeasureForm(forms.Form):
    text = forms.CharField(label=_("做什么"), widget=lines(2), max_length=3000)
    who = forms.CharField(label=_("谁来做"), required=False, max_length=100)
    due = forms.DateField(label=_("何时完成"), required=False, widget=DayInput())
    proof_expected = forms.CharField(label=_("留下什么佐证"), required=False, max_length=300)
    kinds = forms.MultipleChoiceField(
        label=_("措施类型"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("勾选的类型在完成时须填数量。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinds"].choices = [(kind.value, words(KINDS[kind])) for kind in Kind]

    @classmethod
    def of(cls, measure: Measure, **kwargs: Any) -> "MeasureForm":
        initial = {name: getattr(measure, name) for name in ("text", "who", "due", "proof_expected")}
        initial["kinds"] = [kind.kind for kind in measure.kinds.all()]
        return cls(initial=initial, **kwargs)

    @property
    def written(self) -> MeasureText:
        kinds = tuple(Kind(kind) for kind in self.cleaned_data["kinds"])
        return MeasureText(**{**self.cleaned_data, "kinds": kinds})
