"""What is typed about a thing to be prepared ahead? Which, by whom, until when; or why there is none."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from bihuan.desk.actions.prepared import Ahead
from bihuan.desk.forms.materials import day
from bihuan.desk.queries.first_asks import Ask
from bihuan.people.forms.unit import OneUnit
from bihuan.people.models import Unit

CLOSED = {"invalid_choice": _("这个单位已撤并，请重新选择。"), "required": _("请选择单位。")}


class AskForm(forms.Form):
    """One line of the list that comes with the product, chosen or not."""

    chosen = forms.BooleanField(label=_("列入"), required=False)
    title = forms.CharField(label=_("要准备什么"), max_length=200, required=False)
    period = forms.CharField(label=_("年度或范围"), max_length=100, required=False)
    unit = OneUnit(label=_("交给"), required=False, error_messages=CLOSED)

    def __init__(self, place: int, ask: Ask | None, units: QuerySet[Unit], data: Any = None, **more: Any) -> None:
        known = list(units)
        usual = ask.unit_among(known) if ask else None
        begun = {"title": ask.title, "period": ask.period, "unit": usual.number if usual else ""} if ask else {}
        super().__init__(data, prefix=f"ask{place}", initial=begun, use_required_attribute=False)
        self.fields["unit"].offer(units)
        self.ask, self.listed = ask, more.get("listed", False)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{place} {field.label}"

    def ahead(self, due_on: date | None) -> Ahead | None:
        values = self.cleaned_data
        if not values["chosen"] or self.listed:
            return None
        return Ahead(values["title"], values["period"], values["unit"], due_on)


class DueForm(forms.Form):
    """Until when all of the chosen things are to be ready."""

    due_on = day(_("备齐时限"))


class GiveForm(forms.Form):
    unit = OneUnit(label=_("交给"), error_messages=CLOSED)
    due_on = day(_("备齐时限"))

    def __init__(self, units: QuerySet[Unit], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].offer(units)


class NothingForm(forms.Form):
    reason = forms.CharField(
        label=_("没有的原因"), max_length=200, error_messages={"required": _("请写明为什么没有。")}
    )
