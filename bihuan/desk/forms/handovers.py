"""What is typed about a hand-over? For each line whether it goes, how many, and whether it must come back."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bihuan.desk.actions.handovers import Chosen
from bihuan.desk.forms.materials import MomentInput
from bihuan.desk.queries.handovers import Offered
from bihuan.rules.handover import is_single
from bihuan.rules.material import Carrier, Form


class LineForm(forms.Form):
    """One line of a list to be."""

    goes = forms.BooleanField(label=_("列入"), required=False)
    copies = forms.IntegerField(
        label=_("份数"), max_value=9999, error_messages={"required": _("请填写份数。"), "invalid": _("份数应是数字。")}
    )
    pages = forms.IntegerField(label=_("页数"), required=False, min_value=1, max_value=999_999)
    to_return = forms.BooleanField(label=_("须归还"), required=False)

    def __init__(self, offered: Offered, data: QueryDict | None = None) -> None:
        row = offered.material
        single = is_single(Form(row.form), Carrier(row.carrier))
        proposed = {
            "goes": not (offered.listed or (single and offered.gone.out)),
            "copies": row.copies,
            "pages": row.pages,
            "to_return": single,
        }
        super().__init__(data, prefix=offered.key, initial=proposed, use_required_attribute=False)
        self.offered = offered
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{row.ref} {field.label}"

    @property
    def chosen(self) -> Chosen:
        values = self.cleaned_data
        return Chosen(
            self.offered.material, values["copies"], self.offered.request, values["pages"], values["to_return"]
        )


def lines(offered: list[Offered], data: QueryDict | None) -> list[LineForm]:
    return [LineForm(each, data) for each in offered]


def all_valid(every: list[LineForm]) -> bool:
    """Whether every line that is to go makes sense; what stays behind is not looked at."""
    verdicts = [form.is_valid() for form in every if form.data.get(f"{form.prefix}-goes")]
    return all(verdicts)


def going(every: list[LineForm]) -> list[Chosen]:
    return [form.chosen for form in every if form.data.get(f"{form.prefix}-goes")]


class SignForm(forms.Form):
    """Who of the group signed the list, and when."""

    received_by = forms.CharField(
        label=_("巡视组签收人"), max_length=60, error_messages={"required": _("请填写巡视组签收人的姓名。")}
    )
    received_at = forms.DateTimeField(
        label=_("签收时间"), required=False, widget=MomentInput(), help_text=_("不填为现在。")
    )

    def when(self, now: datetime) -> datetime:
        return self.cleaned_data["received_at"] or now


class CancelForm(forms.Form):
    """Why a list is cancelled that the group has not signed."""

    reason = forms.CharField(
        label=_("作废的理由"), max_length=200, error_messages={"required": _("请写明作废的理由。")}
    )


class ReturnForm(forms.Form):
    """How much of one line came back."""

    copies = forms.IntegerField(
        label=_("归还份数"),
        min_value=0,
        max_value=9999,
        error_messages={"required": _("请填写归还份数。"), "invalid": _("归还份数应是数字。")},
    )
    rest_stays = forms.BooleanField(label=_("其余不再归还"), required=False)
    remark = forms.CharField(label=_("清点备注"), required=False, max_length=200)

    def __init__(self, left: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["copies"].initial = left
