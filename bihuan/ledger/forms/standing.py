"""What is typed to keep a finding closed: how it stands with what shows it; or how often the office wants to hear."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.ledger.forms.inputs import lines
from bihuan.ledger.forms.work import PapersForm
from bihuan.people.viewer import Viewer
from bihuan.rules.standing import RHYTHMS
from bihuan.trail.answers import words


class StandingProofForm(PapersForm):
    note = forms.CharField(label=_("现在的情况"), widget=lines(2), max_length=2000)
    field_order = ["note", "files", "stored"]

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(viewer, *args, auto_id="standing_%s", **kwargs)


class RhythmForm(forms.Form):
    """Counted from the day it is set."""

    every = forms.TypedChoiceField(label=_("佐证间隔"), coerce=int)
    note = forms.CharField(label=_("理由"), widget=lines(2), max_length=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="rhythm_%s", **kwargs)
        self.fields["every"].choices = [(months, words(name)) for months, name in RHYTHMS.items()]
