"""What does an office type about days off? A stretch of days, or the text of the yearly notice."""

from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.reading.kinds.holidays import Notice, read_notice
from bihuan.rounds.forms.round import day
from bihuan.rules.days import EARLIEST, LATEST, DayKind, OwnDay, stretch
from bihuan.rules.life import Refusal
from bihuan.trail.answers import words

LONGEST_NOTICE = 20_000


def source(initial: Any = "") -> forms.CharField:
    return forms.CharField(
        label=_("依据"), max_length=300, initial=initial, help_text=_("写明文件名称和文号，登记会连同依据一起留痕。")
    )


class DaysForm(forms.Form):
    """One day or a stretch of days, off or at work."""

    first = day(_("第一天"), required=True)
    last = day(_("最后一天"))
    kind = forms.ChoiceField(label=_("安排"))
    name = forms.CharField(
        label=_("节日或事由"), max_length=40, required=False, help_text=_("例如：春节、建县纪念日。")
    )
    source = source()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, words(kind.words)) for kind in DayKind]

    def clean(self) -> dict[str, Any]:
        """A stretch that cannot be is said beside its last day."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if first := found.get("first"):
            days = stretch(first, found.get("last") or first)
            if isinstance(days, Refusal):
                self.add_error("last", words(days.reason))
            found["days"] = days
        return found

    @property
    def days(self) -> list[OwnDay]:
        typed = self.cleaned_data
        return [OwnDay(each, DayKind(typed["kind"]), typed["name"], typed["source"]) for each in typed["days"]]


class NoticeForm(forms.Form):
    """The yearly notice as text. The year holds where the notice itself names none."""

    text = forms.CharField(
        label=_("通知原文"),
        max_length=LONGEST_NOTICE,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("例如：一、元旦：1月1日至3日放假调休，共3天。1月4日（星期日）上班。"),
    )
    year = forms.IntegerField(label=_("年份"), min_value=EARLIEST.year, max_value=LATEST.year)
    source = source(_("国务院办公厅关于节假日安排的通知"))

    @cached_property
    def notice(self) -> Notice:
        return read_notice(self.cleaned_data["text"], self.cleaned_data["year"])

    @property
    def days(self) -> list[OwnDay]:
        ground = self.cleaned_data["source"]
        kinds = {True: DayKind.OFF, False: DayKind.WORK}
        return [OwnDay(each.day, kinds[each.off], each.name[:40], ground) for each in self.notice.days]


class YearForm(forms.Form):
    """Which year is shown; anything else than a year is the present one."""

    year = forms.IntegerField(min_value=EARLIEST.year, max_value=LATEST.year)
