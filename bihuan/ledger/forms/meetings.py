"""What is typed about a rectification meeting: the plan; or when, where, in whose chair and with whom it was held."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.ledger.forms.inputs import DayInput, lines
from bihuan.ledger.models import Finding, Meeting
from bihuan.ledger.queries.findings import findings_for
from bihuan.people.models import Account
from bihuan.people.queries import accounts_for
from bihuan.people.viewer import Viewer
from bihuan.rules.meeting import KINDS, Kind
from bihuan.trail.answers import words

SEPARATORS = re.compile(r"[\s,，、;；]+")


class Chair(forms.ModelChoiceField):
    """Somebody of the organisation with an account, told by the user name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(None, to_field_name="username", required=False, empty_label="—", **options)

    def label_from_instance(self, account: Account) -> str:
        return str(account.name)


class AboutForm(forms.Form):
    """What every meeting has, whether it is planned or was held."""

    place = forms.CharField(label=_("地点"), max_length=60, required=False)
    chaired_by = Chair(label=_("主持人"))
    findings = forms.CharField(
        label=_("研究的问题"),
        required=False,
        max_length=2000,
        help_text=_("填写问题编号，如 F-012、F-015；没有的不填。"),
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.fields["chaired_by"].queryset = accounts_for(viewer).filter(is_active=True).order_by("name")

    def clean_findings(self) -> tuple[Finding, ...]:
        """The findings that are named; every one must be there."""
        named = [part.upper() for part in SEPARATORS.split(self.cleaned_data["findings"]) if part]
        numbers = {part: int(part[2:]) for part in named if re.fullmatch(r"F-\d{1,9}", part)}
        found = {row.number: row for row in findings_for(self.viewer).filter(number__in=numbers.values())}
        unknown = [part for part in named if numbers.get(part) not in found]
        if unknown:
            raise forms.ValidationError(_("没有编号为 %(refs)s 的问题。"), params={"refs": "、".join(unknown)})
        return tuple(found[number] for number in sorted(found))


class PlanMeetingForm(AboutForm):
    kind = forms.ChoiceField(label=_("会议类型"))
    title = forms.CharField(label=_("会议名称"), max_length=120)
    planned_on = forms.DateField(label=_("计划日期"), widget=DayInput())
    field_order = ["kind", "title", "planned_on", "place", "chaired_by", "findings"]

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(viewer, *args, **kwargs)
        self.fields["kind"].choices = [(kind.value, words(name)) for kind, name in KINDS.items()]

    def clean_kind(self) -> Kind:
        return Kind(self.cleaned_data["kind"])

    @staticmethod
    def typed(row: Meeting) -> dict[str, Any]:
        return {"kind": row.kind, "title": row.title, "planned_on": row.planned_on, **_about(row)}


class HoldMeetingForm(AboutForm):
    held_at = forms.DateTimeField(
        label=_("召开时间"),
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        error_messages={"invalid": _("不是时间，请写成 2026-03-31 09:00 的样子。")},
    )
    attendees = forms.CharField(label=_("参会人员"), widget=lines(3), max_length=2000)
    minutes = forms.FileField(label=_("会议纪要（可不附）"), required=False, help_text=_("带密级标志的不能上传。"))
    field_order = ["held_at", "place", "chaired_by", "attendees", "findings", "minutes"]

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(viewer, *args, **kwargs)
        self.fields["place"].required = self.fields["chaired_by"].required = True

    @staticmethod
    def typed(row: Meeting) -> dict[str, Any]:
        return {"attendees": row.attendees, **_about(row)}


def _about(row: Meeting) -> dict[str, Any]:
    return {
        "place": row.place,
        "chaired_by": row.chaired_by.username if row.chaired_by else "",
        "findings": "、".join(each.ref for each in row.findings.order_by("number")),
    }
