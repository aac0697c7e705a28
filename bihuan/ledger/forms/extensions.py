"""What is typed to ask for more time: for what, until when, and why."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from bihuan.ledger.forms.inputs import DayInput, lines
from bihuan.ledger.models import Measure


class ExtensionForm(forms.Form):
    """About the finding as a whole, or one of its measures. Who may ask, and how far, the rules decide."""

    measure = forms.TypedChoiceField(label=_("延期的是"), required=False, coerce=int, empty_value=None)
    wanted = forms.DateField(label=_("申请延期至"), widget=DayInput())
    reason = forms.CharField(label=_("延期理由"), widget=lines(2), max_length=2000)

    def __init__(self, measures: Iterable[Measure], *args: Any, whole: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="extension_%s", **kwargs)
        each = [(m.number, f"{m.number} {Truncator(m.text).chars(30)}") for m in measures]
        self.fields["measure"].choices = [*([("", _("整个问题的时限"))] if whole else []), *each]
