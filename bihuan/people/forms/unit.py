"""What is typed about a unit? Its name and place; a choice of units always shows the tree."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from bihuan.people.models import Unit
from bihuan.people.queries import in_order


def as_choices(units: Iterable[Unit]) -> list[tuple[int, str]]:
    """(number, name), indented as the tree is."""
    return [(unit.number, "\u3000" * depth + unit.name) for depth, unit in in_order(units)]


class OneUnit(forms.ModelChoiceField):
    """One unit out of a tree, given to the form as `units`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(None, to_field_name="number", empty_label=None, **options)

    def offer(self, units: QuerySet[Unit]) -> None:
        self.queryset = units
        self.choices = [("", "—"), *as_choices(units)]


class ManyUnits(forms.ModelMultipleChoiceField):
    """Any number of units out of a tree."""

    def __init__(self, **options: Any) -> None:
        super().__init__(None, to_field_name="number", widget=forms.CheckboxSelectMultiple, **options)

    def offer(self, units: QuerySet[Unit]) -> None:
        self.queryset = units
        self.choices = as_choices(units)


class RenameForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("单位名称"), max_length=100)
    short_name = forms.CharField(
        label=gettext_lazy("简称"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("列表中用简称；不填则用全称。"),
    )
    order = forms.IntegerField(
        label=gettext_lazy("排序"),
        min_value=0,
        max_value=99_999,
        required=False,
        help_text=gettext_lazy("同级单位按此数字从小到大排列。"),
    )

    def clean_order(self) -> int:
        return self.cleaned_data["order"] or 0


class ParentForm(forms.Form):
    parent = OneUnit(label=gettext_lazy("上级单位"))

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].offer(units)


class UnitForm(RenameForm, ParentForm):
    """A new unit."""

    field_order = ["name", "parent", "short_name", "order"]


class NoteForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("说明"), max_length=500, required=False, widget=forms.Textarea({"rows": 3})
    )
