"""What is chosen before a paper is made, which file comes back, to whom does it go, and how is it numbered?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.dispatch.actions.words import LONGEST
from bihuan.dispatch.kinds import Kind, kinds
from bihuan.people.forms.unit import ManyUnits
from bihuan.people.models import Account
from bihuan.people.queries import accounts_for, units_of
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.trail.answers import words

GONE = {"invalid_choice": _("所选单位中有已撤并的，请重新选择。"), "invalid_pk_value": _("请重新选择单位。")}


class MakeForm(forms.Form):
    """One choice for each thing that the kind asks."""

    def __init__(self, kind: Kind, viewer: Viewer, round: Round, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for ask in kind.asks:
            self.fields[ask.name] = forms.ChoiceField(label=words(ask.title), choices=ask.choices(viewer, round))


class NoteForm(forms.Form):
    note = forms.CharField(label=_("意见或理由"), required=False, max_length=300, widget=forms.Textarea({"rows": 2}))


class EditedForm(forms.Form):
    file = forms.FileField(
        label=_("修改后的文稿"),
        help_text=_("下载 Word 文稿，在 Word 或 WPS 中修改后，以 .docx 格式上传；原来的版本保留。"),
        widget=forms.FileInput({"accept": ".docx"}),
    )
    note = forms.CharField(label=_("改了什么"), required=False, max_length=300)


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, account: Account) -> str:
        return f"{account.name}（{account.username}）"


class AddressForm(forms.Form):
    """Units that are ticked, and one person at a time."""

    units = ManyUnits(label=_("发给单位"), required=False, error_messages=GONE)
    person = PersonField(None, label=_("发给个人"), required=False, to_field_name="username")

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["units"].offer(units_of(viewer.organisation))
        self.fields["person"].queryset = accounts_for(viewer).filter(is_active=True)

    @property
    def people(self) -> list[Account]:
        person = self.cleaned_data["person"]
        return [person] if person else []


class WordsForm(forms.Form):
    """The words of the numbers, kind by kind."""

    def __init__(self, now: dict[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial=now, **kwargs)
        for name, kind in kinds().items():
            label = words(kind.title)
            self.fields[name] = forms.CharField(label=label, required=False, max_length=LONGEST)
