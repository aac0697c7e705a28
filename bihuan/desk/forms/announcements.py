"""What is typed about an announcement, and about one place where it was put up?"""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bihuan.desk.actions.announcements import AnnouncementText
from bihuan.desk.forms.materials import day
from bihuan.desk.forms.plans import Moment
from bihuan.desk.models import Announcement
from bihuan.desk.queries.acting import own_paths
from bihuan.people.forms.unit import OneUnit
from bihuan.people.queries import units_of
from bihuan.people.viewer import Viewer


def lines(count: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": count})


class AnnouncementForm(forms.Form):
    """The fields of an announcement. The leaving notice has no scope, hours or last day of its own."""

    from_on = day(_("开始日期"), required=True)
    until_on = day(_("结束日期"), required=True)
    scope = forms.CharField(label=_("受理范围"), required=False, max_length=2000, widget=lines(4))
    phone = forms.CharField(label=_("值班电话"), required=False, max_length=60)
    hours = forms.CharField(label=_("受理时间"), required=False, max_length=60)
    post_box = forms.CharField(label=_("邮政信箱"), required=False, max_length=100)
    email = forms.CharField(label=_("电子邮箱"), required=False, max_length=100)
    boxes = forms.CharField(
        label=_("意见箱位置"),
        required=False,
        max_length=2000,
        widget=lines(3),
        help_text=_("一行一处；意见箱应设在没有监控探头的地方。"),
    )
    cut_off_on = day(_("受理截止日期"), hint=_("当天起提醒关闭意见箱、电话和邮箱。"))
    code = forms.FileField(label=_("二维码图片"), required=False, help_text=_("巡视组提供的图片；不换则不选。"))

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind == Announcement.Kind.LEAVING:
            for name in ("scope", "hours", "cut_off_on", "code"):
                del self.fields[name]

    @property
    def said(self) -> AnnouncementText:
        return AnnouncementText(**{name: value for name, value in self.cleaned_data.items() if name != "code"})

    @staticmethod
    def typed(row: Announcement) -> dict[str, Any]:
        names = ("from_on", "until_on", "scope", "phone", "hours", "post_box", "email", "boxes", "cut_off_on")
        return {name: getattr(row, name) for name in names}


class PostingForm(forms.Form):
    """Where and when it was put up."""

    unit = OneUnit(
        label=_("张贴单位"),
        error_messages={"required": _("请选择单位。"), "invalid_choice": _("这个单位已经撤并，请选择现在的单位。")},
    )
    place = forms.CharField(label=_("张贴地点"), max_length=120)
    posted_at = Moment(label=_("张贴时间"))
    photo = forms.FileField(label=_("照片"), required=False)

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_of(viewer.organisation)
        self.fields["unit"].offer(units if viewer.is_office else units.filter(viewer.within("path")))
        self.fields["posted_at"].initial = timezone.localtime().replace(second=0, microsecond=0)
        own = units.filter(path__in=own_paths(viewer)).first()
        self.fields["unit"].initial = own.number if own else None
