"""What is typed about a self-check: its points and receivers; one answer; a name under the promise; a reason?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.desk.actions.selfchecks import Given
from bihuan.desk.forms.distributions import ReceiversForm
from bihuan.desk.forms.materials import day
from bihuan.desk.models import CheckAnswer
from bihuan.desk.names import ANSWERS
from bihuan.desk.queries.check_points import proposed
from bihuan.people.viewer import Viewer
from bihuan.trail.answers import words

OTHER = _("其他")


class SelfCheckForm(ReceiversForm):
    title = forms.CharField(label=_("清单名称"), max_length=120)
    due_on = day(_("完成时限"), required=True)
    points = forms.MultipleChoiceField(label=_("要点"), required=False, widget=forms.CheckboxSelectMultiple)
    own = forms.CharField(
        label=_("自拟要点"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("一行一个，写成“领域：要点”；不写领域的归入“其他”。"),
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(viewer, *args, **kwargs)
        self.fields["points"].choices = [(each.key, each.text) for area in proposed() for each in area.points]
        self.fields["to"].label = _("发给哪些单位")

    @property
    def given(self) -> Given:
        values = self.cleaned_data
        chosen = [each for area in proposed() for each in area.points if each.key in values["points"]]
        points = [(each.area, each.text) for each in chosen] + [_own(line) for line in values["own"].splitlines()]
        return Given(values["title"], values["due_on"], points, self.units)


def _own(line: str) -> tuple[str, str]:
    """`廉洁：公务用车…` → its area and its words. A long beginning is no area but part of the sentence."""
    area, mark, text = line.replace(":", "：", 1).partition("：")
    if mark and area.strip() and text.strip() and len(area.strip()) <= 40:
        return area.strip(), text.strip()
    return str(OTHER), line.strip()


class AnswerForm(forms.Form):
    """One answer. What was found may still be empty: the signature waits for it, the saving does not."""

    answer = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    text = forms.CharField(required=False, max_length=5000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [(each.value, words(ANSWERS[each.value])) for each in CheckAnswer.Answer]


class ProofForm(forms.Form):
    file = forms.FileField(error_messages={"required": _("请选择文件。")})


class SignForm(forms.Form):
    name = forms.CharField(
        label=_("签名（本人姓名）"), required=False, max_length=64, widget=forms.TextInput({"autocomplete": "off"})
    )


class ReturnForm(forms.Form):
    note = forms.CharField(
        label=_("退回理由"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
