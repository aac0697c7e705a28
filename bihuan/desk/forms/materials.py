"""What is typed about a material? Its name, its dates, what it is made of; for a classified paper a number alone."""

from typing import Any

from django import forms
from django.core.files import File
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bihuan.desk.actions.materials import Described
from bihuan.desk.queries.materials import Wanted
from bihuan.people.forms.unit import OneUnit
from bihuan.people.models import Unit
from bihuan.people.queries import units_for
from bihuan.people.viewer import Viewer
from bihuan.rules.material import CARRIERS, FORMS, Carrier, Form
from bihuan.trail.answers import words

WHERE = ("out", "handed", "never")


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day and a time."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def day(label: Any, *, required: bool = False, hint: Any = "") -> forms.DateField:
    picker = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(
        label=label,
        required=required,
        help_text=hint,
        widget=picker,
        error_messages={"invalid": _("不是日期，请写成 2026-03-31 的样子。"), "required": _("请填写日期。")},
    )


class MaterialForm(forms.Form):
    """One material; with a file where it is electronic."""

    file = forms.FileField(label=_("文件"), required=False, help_text=_("纸质或光盘可以不传；密件不能上传。"))
    title = forms.CharField(
        label=_("材料名称"), required=False, max_length=200, help_text=_("不填则用文件名。密件不填。")
    )
    period = forms.CharField(label=_("年度或范围"), required=False, max_length=100)
    unit = OneUnit(
        label=_("提供单位"),
        error_messages={
            "required": _("请选择提供单位。"),
            "invalid_choice": _("这个单位已撤并，或不在您的范围内，请重新选择。"),
        },
    )
    carrier = forms.TypedChoiceField(label=_("载体"), coerce=Carrier)
    form = forms.TypedChoiceField(label=_("形式"), coerce=Form)
    document_date = day(_("文件日期"), required=True, hint=_("文件上写的日期。"))
    made_on = day(_("制作日期"), hint=_("这一份打印、复印或写成的日期；不填视同文件日期。"))
    received_at = forms.DateTimeField(
        label=_("收到时间"), required=False, widget=MomentInput(), help_text=_("不填为现在。")
    )
    copies = forms.IntegerField(label=_("份数"), initial=1, max_value=9999)
    pages = forms.IntegerField(label=_("页数"), required=False, max_value=999_999, help_text=_("PDF 不填则自动计数。"))
    may_copy = forms.BooleanField(label=_("可以复印"), required=False, initial=True)
    work_secret = forms.BooleanField(label=_("工作秘密"), required=False)
    classified = forms.BooleanField(label=_("密件（线下流转，只登记编号）"), required=False)
    registered_number = forms.CharField(
        label=_("密件编号"), required=False, max_length=60, help_text=_("涉密文件登记簿上的编号。")
    )
    remark = forms.CharField(label=_("备注"), required=False, max_length=200)

    def __init__(self, viewer: Viewer, *args: Any, units: QuerySet[Unit] | None = None, **kwargs: Any) -> None:
        """`units`: those this person may register for, where the page has looked them up already."""
        super().__init__(*args, **kwargs)
        units = registrable(viewer) if units is None else units
        self.fields["unit"].offer(units)
        self.fields["carrier"].choices = [(key.value, words(name)) for key, name in CARRIERS.items()]
        self.fields["form"].choices = [(key.value, words(name)) for key, name in FORMS.items()]
        self.fields["carrier"].initial = Carrier.ELECTRONIC.value
        self.fields["form"].initial = Form.COPY.value
        own = list(units[:2])
        if len(own) == 1:
            self.fields["unit"].initial = own[0].number

    @property
    def described(self) -> Described:
        """What was typed, for `actions.materials.register`; the file comes beside it."""
        return Described(**{name: value for name, value in self.cleaned_data.items() if name != "file"})

    @property
    def upload(self) -> File | None:
        return self.cleaned_data["file"]


def registrable(viewer: Viewer) -> QuerySet[Unit]:
    """The open units that this person sees; `actions.materials` asks again whether they are the person's own."""
    return units_for(viewer).filter(closed_on__isnull=True)


def wanted(query: QueryDict) -> Wanted:
    """The filters of an address; what is not understood is left out."""
    carrier, form, where = query.get("carrier", ""), query.get("form", ""), query.get("where", "")
    round_ref, unit = query.get("round", ""), query.get("unit", "")
    return Wanted(
        q=query.get("q", "")[:100],
        unit=unit if unit.startswith("U-") and unit[2:].isdecimal() else "",
        carrier=carrier if carrier in list(Carrier) else "",
        form=form if form in list(Form) else "",
        where=where if where in WHERE else "",
        round=round_ref if round_ref[:1] == "R" and round_ref[1:].isdecimal() and len(round_ref) < 10 else "",
    )
