"""What is typed about the duty roster: who, which shifts, from when until when; and a hand-over note?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.desk.forms.materials import day
from bihuan.desk.names import SHIFTS
from bihuan.people.models import Account
from bihuan.people.queries import accounts_for
from bihuan.people.viewer import Viewer
from bihuan.trail.answers import words


class People(forms.ModelMultipleChoiceField):
    """Any number of people, told by their user names."""

    def label_from_instance(self, account: Account) -> str:
        return account.name


class RosterForm(forms.Form):
    first = day(_("从"), required=True)
    last = day(_("到"), required=True)
    shifts = forms.MultipleChoiceField(label=_("班次"), widget=forms.CheckboxSelectMultiple, initial=["day"])
    people = People(
        None,
        label=_("值班人员"),
        to_field_name="username",
        widget=forms.SelectMultiple(attrs={"size": 5}),
        help_text=_("按住 Ctrl 可选多人。"),
        error_messages={"invalid_choice": _("有人已不在岗，请重新选择。"), "required": _("请选择值班人员。")},
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shifts"].choices = [(key, words(name)) for key, name in SHIFTS.items()]
        self.fields["people"].queryset = accounts_for(viewer).filter(is_active=True).order_by("name")


class HandoverNoteForm(forms.Form):
    note = forms.CharField(
        label=_("交接事项"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
