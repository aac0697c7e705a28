"""What is typed about a request: one line and its kind, the lines of a pasted list, a correction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bihuan.desk.actions.amend import Wording
from bihuan.desk.actions.request import LONGEST, Asked
from bihuan.desk.forms.conduct import proper
from bihuan.desk.models import Request
from bihuan.people.forms.unit import OneUnit
from bihuan.people.models import Unit
from bihuan.people.queries import in_order, units_of
from bihuan.people.viewer import Viewer
from bihuan.reading.kinds.requests import Part, kind_of, period_of
from bihuan.rounds.queries import calendar_of
from bihuan.rules.request import KINDS, Kind
from bihuan.rules.request_time import due_by
from bihuan.rules.workdays import Calendar
from bihuan.trail.answers import words

MOST_LINES = 200
"""How many lines one list may have."""
PASTED = 50_000
CLOSED_UNIT = gettext_lazy("这个单位已撤并或不存在，请选择现在承担这项工作的单位。")
TOO_LONG = gettext_lazy("最多 %(limit_value)s 字，现在有 %(show_value)s 字；请写明要点，原文作为材料登记。")


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day and a time."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def moment(label: Any, *, required: bool = False, hint: Any = "") -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        required=required,
        help_text=hint,
        widget=MomentInput(),
        error_messages={"invalid": gettext_lazy("不是时间，请写成 2026-03-31 17:30 的样子。")},
    )


def kinds() -> list[tuple[str, str]]:
    return [(kind.value, words(name)) for kind, name in KINDS.items()]


def proposed_due(kind: Kind, now: datetime, calendar: Calendar) -> datetime:
    """By when it is due where the group named no time."""
    return due_by(kind, timezone.localtime(now), calendar)


def text_field(rows: int, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("巡视组要什么"),
        widget=forms.Textarea({"rows": rows}),
        error_messages={"required": gettext_lazy("请写明巡视组要什么。"), "max_length": TOO_LONG},
        validators=[proper],
        **options,
    )


class PastGuard(forms.Form):
    """A due time that has passed is taken only when somebody says that it is meant."""

    past = forms.BooleanField(required=False, label=gettext_lazy("时限已过，仍按此登记"))
    unchanged: datetime | None = None
    """A due time that stands already needs no second word."""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        due = values.get("due_at")
        if due and due < timezone.now() and due != self.unchanged and not values.get("past"):
            said = timezone.localtime(due).strftime("%Y-%m-%d %H:%M")
            self.add_error("due_at", _("时限 %(due)s 已经过去。确实如此请勾选“仍按此登记”。") % {"due": said})
            self.asks_past = True
        return values

    asks_past = False


class TakeDownForm(PastGuard):
    """One request, or a pasted list of them. Everything but the text has a sensible beginning."""

    text = text_field(2, max_length=PASTED)
    kind = forms.ChoiceField(label=gettext_lazy("种类"), widget=forms.RadioSelect, initial=Kind.MATERIAL.value)
    asked_by = forms.CharField(label=gettext_lazy("提出人"), required=False, max_length=100)
    due_at = moment(gettext_lazy("要求提供时间"), hint=gettext_lazy("不填则按种类计算。"))
    period = forms.CharField(label=gettext_lazy("年度或范围"), required=False, max_length=100)
    unit = OneUnit(
        label=gettext_lazy("承办单位"),
        required=False,
        help_text=gettext_lazy("选定即分派；不选则先登记。"),
        error_messages={"invalid_choice": CLOSED_UNIT},
    )
    notice_number = forms.CharField(label=gettext_lazy("通知书或转办单编号"), required=False, max_length=60)
    remark = forms.CharField(label=gettext_lazy("备注"), required=False, max_length=200, validators=[proper])
    urgent = forms.BooleanField(label=gettext_lazy("急件"), required=False)

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds()
        self.fields["unit"].offer(units_of(viewer.organisation))
        self._organisation = viewer.organisation
        self.fields["text"].widget.attrs |= {"autofocus": True, "data-enter": ""}

    def asked(self, now: datetime) -> Asked:
        """The one request that was typed."""
        given = self.cleaned_data
        kind = Kind(given["kind"])
        return Asked(
            text=given["text"],
            kind=kind,
            due_at=given["due_at"] or proposed_due(kind, now, calendar_of(self._organisation)),
            period=given["period"] or period_of(given["text"])[:100],
            asked_by=given["asked_by"],
            urgent=given["urgent"],
            unit=given["unit"],
            notice_number=given["notice_number"],
            remark=given["remark"],
        )


class LineForm(forms.Form):
    """One line of a pasted list: whether it is a request, its words, its kind and its unit."""

    take = forms.BooleanField(required=False)
    text = forms.CharField(
        required=False,
        widget=forms.Textarea({"rows": 1}),
        max_length=LONGEST,
        error_messages={"max_length": TOO_LONG},
        validators=[proper],
    )
    kind = forms.ChoiceField()
    period = forms.CharField(required=False, max_length=100)
    unit = forms.ChoiceField(required=False, error_messages={"invalid_choice": CLOSED_UNIT})

    def __init__(self, units: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds()
        self.fields["unit"].choices = units
        labels = {
            "take": _("登记"),
            "text": _("内容"),
            "kind": _("种类"),
            "period": _("年度或范围"),
            "unit": _("承办单位"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].widget.attrs["aria-label"] = label

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("take") and not (values.get("text") or "").strip() and "text" not in self.errors:
            self.add_error("text", _("没有内容的行请取消勾选。"))
        return values


class CommonForm(PastGuard):
    """What all lines of a pasted list share."""

    asked_by = forms.CharField(label=gettext_lazy("提出人"), required=False, max_length=100)
    due_at = moment(gettext_lazy("要求提供时间"), hint=gettext_lazy("不填则各行按种类计算。"))
    urgent = forms.BooleanField(label=gettext_lazy("急件"), required=False)


class ListForm:
    """A pasted list before it is confirmed: the lines, what they share, and what each would become."""

    def __init__(self, viewer: Viewer, data: QueryDict | None = None, lines: Iterable[dict[str, Any]] = (),
                 common: dict[str, Any] | None = None) -> None:  # fmt: skip
        units = list(units_of(viewer.organisation))
        self._organisation = viewer.organisation
        self._units = {str(unit.number): unit for unit in units}
        choices = [("", _("不分派")), *((str(u.number), "\u3000" * depth + u.label) for depth, u in in_order(units))]
        self.common = CommonForm(data, initial=common)
        if data is None:
            self.lines = [LineForm(choices, prefix=f"l{n}", initial=line) for n, line in enumerate(lines)]
        else:
            count = data.get("count", "")
            count = min(int(count), MOST_LINES) if count.isdecimal() and len(count) < 5 else 0
            self.lines = [LineForm(choices, data, prefix=f"l{n}") for n in range(count)]

    def is_valid(self) -> bool:
        return all([self.common.is_valid(), *[line.is_valid() for line in self.lines]])

    def asked(self, now: datetime) -> list[Asked]:
        """The lines that were ticked."""
        shared, calendar = self.common.cleaned_data, calendar_of(self._organisation)
        given = (line.cleaned_data for line in self.lines if line.cleaned_data["take"])
        return [
            Asked(
                text=each["text"],
                kind=Kind(each["kind"]),
                due_at=shared["due_at"] or proposed_due(Kind(each["kind"]), now, calendar),
                period=each["period"],
                asked_by=shared["asked_by"],
                urgent=shared["urgent"],
                unit=self._units.get(each["unit"]),
            )
            for each in given
        ]


def line_of(part: Part, unit: Unit | None, kind: str = "") -> dict[str, Any]:
    """A part of a pasted list as its line begins; a person changes what was guessed."""
    text = part.text.rstrip(";；") or part.text
    return {
        "take": part.is_item,
        "text": text,
        "kind": kind or kind_of(part.text),
        "period": period_of(part.text)[:100],
        "unit": str(unit.number) if unit and part.is_item else "",
    }


class AmendForm(PastGuard):
    """Everything about a request that can be put right."""

    text = text_field(3, max_length=LONGEST)
    kind = forms.ChoiceField(label=gettext_lazy("种类"))
    due_at = moment(gettext_lazy("要求提供时间"), required=True)
    period = forms.CharField(label=gettext_lazy("年度或范围"), required=False, max_length=100)
    asked_by = forms.CharField(label=gettext_lazy("提出人"), required=False, max_length=100)
    notice_number = forms.CharField(label=gettext_lazy("通知书或转办单编号"), required=False, max_length=60)
    remark = forms.CharField(label=gettext_lazy("备注"), required=False, max_length=200, validators=[proper])
    urgent = forms.BooleanField(label=gettext_lazy("急件"), required=False)
    needs_release = forms.BooleanField(label=gettext_lazy("移交前须责任领导签发"), required=False)
    note = forms.CharField(
        label=gettext_lazy("理由"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("已经分派的事项改时限，须写明理由；原时限仍会保留。"),
    )

    def __init__(self, request: Request, *args: Any, **kwargs: Any) -> None:
        names = ("text", "kind", "period", "asked_by", "notice_number", "remark", "urgent", "needs_release")
        initial = {name: getattr(request, name) for name in names} | {"due_at": request.due}
        super().__init__(*args, initial=initial, **kwargs)
        self.unchanged = request.due.replace(second=0, microsecond=0)
        self.fields["kind"].choices = kinds()

    @property
    def wording(self) -> Wording:
        """What was typed. A due time that was left alone keeps its seconds."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("note", "past")}
        if given["due_at"] == self.unchanged:
            given["due_at"] = self.initial["due_at"]
        return Wording(**given | {"kind": Kind(given["kind"])})
