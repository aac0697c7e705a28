"""What an assignment may change. A field left at “不变” stays as it is in every finding."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.ledger.actions.assign import FLAGS
from bihuan.ledger.forms.inputs import DayInput
from bihuan.ledger.forms.moves import UnitField
from bihuan.people.models import Account
from bihuan.people.queries import accounts_for, units_of
from bihuan.people.viewer import Viewer

KEEP = "keep"
YES_NO = [(KEEP, _("不变")), ("yes", _("是")), ("no", _("否"))]
FLAG_LABELS = {
    "key": _("重点关注"),
    "immediate": _("立行立改"),
    "standing": _("长期坚持"),
    "common": _("共性问题"),
    "in_intensive": _("集中整改期内完成"),
}


class AccountField(forms.ModelChoiceField):
    """A person of the organisation, told by the user name."""

    def __init__(self, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(accounts_for(viewer).filter(is_active=True), to_field_name="username", **kwargs)

    def label_from_instance(self, account: Account) -> str:
        return account.name


class AssignForm(forms.Form):
    """Plain changes by field, as `actions.assign` takes them."""

    deadline = forms.DateField(label=_("整改时限"), required=False, widget=DayInput())

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unchanged = {"required": False, "empty_label": _("不变")}
        self.fields["lead_unit"] = UnitField(viewer, label=_("牵头单位"), **unchanged)
        self.fields["supports"] = forms.ModelMultipleChoiceField(
            units_of(viewer.organisation), to_field_name="number", label=_("配合单位"), required=False,
            help_text=_("按住 Ctrl 可选多个；不选则不变。"), widget=forms.SelectMultiple(attrs={"size": 6}),
        )  # fmt: skip
        self.fields["supports"].label_from_instance = lambda unit: "　" * unit.depth + unit.label
        self.fields["leader"] = AccountField(viewer, label=_("责任领导"), **unchanged)
        self.fields["handler"] = AccountField(viewer, label=_("责任人"), **unchanged)
        for flag in FLAGS:
            choices = [(KEEP, _("不变")), ("yes", _("是")), ("no", _("否"))]
            self.fields[flag] = forms.ChoiceField(
                label=FLAG_LABELS[flag], choices=choices, required=False, initial=KEEP
            )
        self.order_fields(["lead_unit", "supports", "leader", "handler", "deadline", *FLAGS])

    @classmethod
    def checked(cls, viewer: Viewer, changes: dict[str, Any]) -> dict[str, Any] | None:
        """Changes that come back from the preview, checked once more as if they had been typed; None if they fail."""
        typed = {name: ("yes" if value else "no") if name in FLAGS else value for name, value in changes.items()}
        form = cls(viewer, typed)
        return form.changes if form.is_valid() else None

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if not self.errors and not self.changes:
            raise forms.ValidationError(_("还没有选择要改什么。"))
        return values

    @property
    def changes(self) -> dict[str, Any]:
        """Only the fields that are to change, as plain values."""
        values = self.cleaned_data
        changes: dict[str, Any] = {}
        if unit := values.get("lead_unit"):
            changes["lead_unit"] = unit.number
        if units := values.get("supports"):
            changes["supports"] = sorted(unit.number for unit in units)
        for person in ("leader", "handler"):
            if account := values.get(person):
                changes[person] = account.username
        if deadline := values.get("deadline"):
            changes["deadline"] = deadline.isoformat()
        return changes | {flag: values[flag] == "yes" for flag in FLAGS if values.get(flag) in ("yes", "no")}
