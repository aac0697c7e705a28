"""What is typed about an interview? Who, where, when, who tells the person, a short remark; and a list to paste.

There is no field for what is to be talked about.
"""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bihuan.desk.actions.interview import Planned
from bihuan.desk.forms.conduct import proper_remark
from bihuan.desk.models import Interview, Room
from bihuan.desk.queries.arrangers import notifiers_of
from bihuan.desk.queries.interviewees import Person
from bihuan.people.models import Account
from bihuan.rounds.models import Round
from bihuan.rules.conduct import REMARK_LIMIT
from bihuan.rules.interview import LENGTH, LONGEST, SHORTEST

MINUTE = timedelta(minutes=1)


def day(label: Any) -> forms.DateField:
    picker = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    wrong = {"invalid": _("不是日期，请写成 2026-03-31 的样子。"), "required": _("请填写日期。")}
    return forms.DateField(label=label, widget=picker, error_messages=wrong)


def minutes() -> forms.IntegerField:
    shortest, longest = SHORTEST // MINUTE, LONGEST // MINUTE
    return forms.IntegerField(label=_("时长（分钟）"), min_value=shortest, max_value=longest, initial=LENGTH // MINUTE)


class RoomField(forms.ModelChoiceField):
    """A room in use, told by its name."""

    def __init__(self) -> None:
        wrong = {"invalid_choice": _("这个房间已停用，请选择正在使用的房间。"), "required": _("请选择房间。")}
        super().__init__(None, label=_("房间"), to_field_name="name", empty_label=None, error_messages=wrong)

    def label_from_instance(self, room: Room) -> str:
        return room.name


class NotifierField(forms.ModelChoiceField):
    """One of the two arrangers, told by the user name."""

    def __init__(self) -> None:
        super().__init__(None, label=_("通知人"), to_field_name="username", required=False, empty_label=_("未定"))

    def label_from_instance(self, account: Account) -> str:
        return account.name


class RoundForm(forms.Form):
    """A form whose choices are those of one round."""

    def __init__(self, round: Round, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "room" in self.fields:
            self.fields["room"].queryset = round.rooms.filter(closed=False).order_by("pk")
        if "notifier" in self.fields:
            self.fields["notifier"].queryset = notifiers_of(round)


class WhoForm(RoundForm):
    """The person, who tells him or her, and the remark."""

    name = forms.CharField(label=_("姓名"), max_length=30)
    unit = forms.CharField(label=_("单位"), max_length=60, required=False)
    post = forms.CharField(label=_("职务"), max_length=60, required=False)
    phone = forms.CharField(label=_("电话"), max_length=20, required=False)
    notifier = NotifierField()
    remark = forms.CharField(
        label=_("备注"),
        required=False,
        max_length=REMARK_LIMIT,
        validators=[proper_remark],
        help_text=_("只写行程安排，不超过 30 个字。"),
    )

    @property
    def person(self) -> Person:
        return Person(**{name: self.cleaned_data[name] for name in ("name", "unit", "post", "phone")})

    @staticmethod
    def typed(row: Interview, person: Person | None) -> dict[str, Any]:
        known = person.values if person else {}
        return {**known, "notifier": row.notifier.username if row.notifier else "", "remark": row.remark}


class WhereForm(RoundForm):
    """The room, the day, the time and the length."""

    room = RoomField()
    day = day(_("日期"))
    start = forms.TimeField(
        label=_("开始"),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time", "step": 300}),
        error_messages={"invalid": _("不是时间，请写成 09:00 的样子。"), "required": _("请填写开始时间。")},
    )
    minutes = minutes()

    @property
    def starts_at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["start"]))

    @property
    def length(self) -> timedelta:
        return self.cleaned_data["minutes"] * MINUTE

    @property
    def place(self) -> dict[str, Any]:
        return {"room": self.cleaned_data["room"], "start": self.starts_at, "length": self.length}

    @staticmethod
    def typed(row: Interview) -> dict[str, Any]:
        start = timezone.localtime(row.starts_at)
        length = (row.ends_at - row.starts_at) // MINUTE
        return {"room": row.room.name, "day": start.date(), "start": start.time(), "minutes": length}


class InterviewForm(WhereForm, WhoForm):
    """A new interview: all of it on one page."""

    field_order = [*WhoForm.base_fields, *WhereForm.base_fields]

    def planned(self, line: int = 0) -> Planned:
        said = self.cleaned_data
        return Planned(person=self.person, notifier=said["notifier"], remark=said["remark"], line=line, **self.place)


class LineForm(InterviewForm):
    """One line of a pasted list, laid into a slot; one that is not ticked is left out."""

    take = forms.BooleanField(label=_("排入"), required=False, initial=True)

    @property
    def taken(self) -> bool:
        return bool(self.data.get(self.add_prefix("take")))


class PasteForm(RoundForm):
    """A list of people who have no time yet, and from which day on they are to come."""

    text = forms.CharField(
        label=_("名单"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10, "autocomplete": "off"}),
        help_text=_("一行一人：姓名、单位、职务，可带电话；用空格、顿号、逗号或制表符隔开，可从 Word 或 Excel 粘贴。"),
        error_messages={"required": _("请粘贴名单。"), "max_length": _("名单太长，请分几次粘贴。")},
    )
    since = day(_("从哪天起排"))
    minutes = minutes()
    notifier = NotifierField()

    @property
    def first_day(self) -> date:
        return self.cleaned_data["since"]

    @property
    def length(self) -> timedelta:
        return self.cleaned_data["minutes"] * MINUTE


class RoomForm(forms.Form):
    name = forms.CharField(label=_("谈话室"), max_length=60, help_text=_("例如：县委党校 3 楼 1 号谈话室。"))


class SeatForm(forms.Form):
    """Who is given a seat."""

    def __init__(self, candidates: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"] = NotifierField()
        self.fields["account"].label = _("指定为谈话安排人")
        self.fields["account"].queryset = candidates
        self.fields["account"].required = True
        self.fields["account"].empty_label = _("请选择")
