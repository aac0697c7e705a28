"""What is typed about an errand: one line, or all of its fields; and a receipt?"""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bihuan.desk.actions.errands import ErrandText
from bihuan.desk.forms.plans import Moment, Person
from bihuan.desk.models import Errand
from bihuan.desk.queries.errands import WHICH
from bihuan.people.queries import accounts_for
from bihuan.people.viewer import Viewer
from bihuan.reading.kinds.errand import read_line
from bihuan.rules.errand import KINDS, Kind, Receipt
from bihuan.trail.answers import words


def _kinds() -> list[tuple[str, str]]:
    return [(kind.value, words(name)) for kind, name in KINDS.items()]


class QuickForm(forms.Form):
    """One line; what it does not say can be said beside it."""

    line = forms.CharField(
        label=_("要保障的事"),
        max_length=160,
        widget=forms.TextInput(attrs={"placeholder": _("例如：明天14:30 用车两辆去松河镇"), "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label=_("种类"), required=False)
    done_by = Person(label=_("经办人"))

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("按内容判断")), *_kinds()]
        self.fields["done_by"].queryset = accounts_for(viewer).filter(is_active=True).order_by("name")
        self.fields["done_by"].empty_label = _("经办人")
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = field.label

    @property
    def said(self) -> ErrandText:
        now = timezone.localtime()
        read = read_line(self.cleaned_data["line"], now.date())
        naive = read.at or now.replace(hour=18, minute=0, second=0, microsecond=0, tzinfo=None)
        kind = Kind(self.cleaned_data["kind"] or read.kind)
        return ErrandText(read.title[:120], timezone.make_aware(naive), kind, done_by=self.cleaned_data["done_by"])


class ErrandForm(forms.Form):
    """All of an errand."""

    title = forms.CharField(label=_("要保障的事"), max_length=120)
    kind = forms.TypedChoiceField(label=_("种类"), coerce=Kind)
    due_at = Moment(label=_("时间"))
    place = forms.CharField(label=_("地点"), required=False, max_length=60)
    done_by = Person(label=_("经办人"))
    remark = forms.CharField(label=_("备注"), required=False, max_length=200)

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = _kinds()
        self.fields["done_by"].queryset = accounts_for(viewer).filter(is_active=True).order_by("name")

    @property
    def said(self) -> ErrandText:
        return ErrandText(**self.cleaned_data)

    @staticmethod
    def typed(row: Errand) -> dict[str, Any]:
        names = ("title", "kind", "due_at", "place", "remark")
        person = row.done_by.username if row.done_by else ""
        return {name: getattr(row, name) for name in names} | {"done_by": person}


class ReceiptForm(forms.Form):
    """用餐缴费收据."""

    number = forms.CharField(label=_("收据编号"), required=False, max_length=60)
    amount = forms.DecimalField(label=_("金额（元）"), required=False, max_digits=10, decimal_places=2)
    people = forms.IntegerField(label=_("用餐人数"), required=False, min_value=0, max_value=30_000)

    @property
    def receipt(self) -> Receipt:
        return Receipt(**self.cleaned_data)


def filters(query: QueryDict) -> dict[str, str]:
    """The filters of an address; what is not understood is left out."""
    which, kind = query.get("which", ""), query.get("kind", "")
    return {"which": which if which in WHICH else "", "kind": kind if kind in list(Kind) else ""}
