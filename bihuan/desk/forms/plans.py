"""What is typed about a plan? A visit or a meeting: where, from when until when, who; and whether doubts are meant."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.desk.actions.meetings import MeetingText
from bihuan.desk.actions.visits import VisitText
from bihuan.desk.forms.conduct import proper
from bihuan.desk.models import Meeting, Visit
from bihuan.people.forms.unit import OneUnit
from bihuan.people.models import Account
from bihuan.people.queries import accounts_for, units_of
from bihuan.people.viewer import Viewer


class Moment(forms.DateTimeField):
    """A day and a time, typed into the browser's own field."""

    def __init__(self, **options: Any) -> None:
        picker = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
        wrong = {"invalid": _("不是时间，请写成 2026-03-31 09:00 的样子。"), "required": _("请填写时间。")}
        super().__init__(widget=picker, error_messages=wrong, **options)


class Person(forms.ModelChoiceField):
    """Somebody of the organisation with an account, told by the user name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(None, to_field_name="username", required=False, empty_label="—", **options)

    def label_from_instance(self, account: Account) -> str:
        return account.name


class PlanForm(forms.Form):
    """What every plan has. `confirmed` is shown only once there is something to confirm."""

    unit = OneUnit(
        label=_("单位"),
        error_messages={"required": _("请选择单位。"), "invalid_choice": _("这个单位已经撤销，请选择现在的单位。")},
    )
    starts_at = Moment(label=_("开始"))
    ends_at = Moment(label=_("结束"))
    contact = Person(label=_("我方联络人"))
    confirmed = forms.BooleanField(label=_("仍按此安排"), required=False)

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].offer(units_of(viewer.organisation))
        self.fields["contact"].queryset = accounts_for(viewer).filter(is_active=True).order_by("name")

    def clean(self) -> dict[str, Any]:
        start, end = self.cleaned_data.get("starts_at"), self.cleaned_data.get("ends_at")
        if start and end and end <= start:
            self.add_error("ends_at", _("结束时间应晚于开始时间，请改正。"))
        return self.cleaned_data

    @property
    def confirmed_now(self) -> bool:
        return bool(self.cleaned_data["confirmed"])

    @property
    def said(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "confirmed"}


class VisitForm(PlanForm):
    batch = forms.IntegerField(label=_("批次"), min_value=1, max_value=99, initial=1)
    led_by = forms.CharField(label=_("带队（巡视组）"), max_length=60, required=False)
    transport = forms.CharField(
        label=_("用车"), max_length=60, required=False, help_text=_("车牌或车名；不占用车辆的不填。")
    )
    prepare = forms.CharField(
        label=_("需准备的事项"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("一行一项；保存后可以一次转为给该单位的联络事项。"),
        validators=[proper],
    )
    remark = forms.CharField(label=_("备注"), max_length=200, required=False, validators=[proper])
    field_order = ["batch", "unit", "starts_at", "ends_at", "led_by", "contact", "transport", "prepare", "remark"]

    @property
    def text(self) -> VisitText:
        return VisitText(**self.said)

    @staticmethod
    def typed(visit: Visit) -> dict[str, Any]:
        return _typed(visit, "batch", "led_by", "transport", "prepare", "remark")


class MeetingForm(PlanForm):
    title = forms.CharField(label=_("会议名称"), max_length=120)
    place = forms.CharField(label=_("地点"), max_length=60)
    attended_by = forms.CharField(label=_("列席人（巡视组）"), max_length=100, required=False)
    field_order = ["title", "unit", "place", "starts_at", "ends_at", "attended_by", "contact"]

    @property
    def text(self) -> MeetingText:
        return MeetingText(**self.said)

    @staticmethod
    def typed(meeting: Meeting) -> dict[str, Any]:
        return _typed(meeting, "title", "place", "attended_by")


def _typed(row: Visit | Meeting, *names: str) -> dict[str, Any]:
    """What a form of a plan begins with."""
    return {
        **{name: getattr(row, name) for name in ("starts_at", "ends_at", *names)},
        "unit": row.unit.number,
        "contact": row.contact.username if row.contact else "",
    }


class ReasonForm(forms.Form):
    """A reason; whether it is required, the rules say."""

    note = forms.CharField(label=_("理由或说明"), required=False, max_length=500)
