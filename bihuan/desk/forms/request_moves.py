"""What comes with a move of a request: a reason, a unit, who of the group signed; and what an answer is written in."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bihuan.desk.forms.requests import CLOSED_UNIT
from bihuan.desk.queries.materials import materials_for
from bihuan.people.forms.unit import OneUnit
from bihuan.people.models import Account, Unit
from bihuan.people.queries import accounts_for, units_of
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Note
from bihuan.rules.request import Move

WITH_UNIT = {
    Move.ASSIGN: gettext_lazy("承办单位"),
    Move.REASSIGN: gettext_lazy("改由哪个单位承办"),
    Move.OBJECT: gettext_lazy("建议承办单位"),
    Move.SETTLE: gettext_lazy("确定的承办单位"),
    Move.SETTLE_FINALLY: gettext_lazy("裁定的承办单位"),
}


class PersonField(forms.ModelChoiceField):
    """A person the viewer may look up, told by the user name."""

    def __init__(self, viewer: Viewer, **options: Any) -> None:
        people = accounts_for(viewer).filter(is_active=True)
        super().__init__(people, to_field_name="username", required=False, empty_label="—", **options)

    def label_from_instance(self, account: Account) -> str:
        return account.name


class SupportsField(forms.ModelMultipleChoiceField):
    """Any number of supporting units."""

    def __init__(self, viewer: Viewer, **options: Any) -> None:
        picker = forms.SelectMultiple(attrs={"size": 5})
        super().__init__(units_of(viewer.organisation), to_field_name="number", required=False, widget=picker,
                         help_text=gettext_lazy("按住 Ctrl 可选多个。"), **options)  # fmt: skip

    def label_from_instance(self, unit: Unit) -> str:
        return "\u3000" * unit.depth + unit.label


class MoveForm(forms.Form):
    """The fields of one move. Whether the reason is required comes from the life table."""

    note = forms.CharField(widget=forms.Textarea({"rows": 2}), max_length=2000)

    def __init__(self, move: Move, note: Note, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"{move.value}_%s", **kwargs)
        self.fields["note"].required = note is Note.REQUIRED
        self.fields["note"].label = _("理由") if note is Note.REQUIRED else _("说明（可不填）")
        if move in WITH_UNIT:
            self.fields["unit"] = OneUnit(
                label=WITH_UNIT[move],
                error_messages={"required": _("请选择单位。"), "invalid_choice": CLOSED_UNIT},
            )
            self.fields["unit"].offer(units_of(viewer.organisation))
        if move is Move.ASSIGN:
            self.fields["supports"] = SupportsField(viewer, label=_("配合单位"))
        if move is Move.ACCEPT:
            self.fields["handler"] = PersonField(viewer, label=_("承办人（可不填）"))
        if move is Move.RECEIPT:
            self.fields["received_by"] = forms.CharField(label=_("巡视组签收人"), max_length=60)
        self.order_fields(["unit", "supports", "handler", "received_by", "note"])


class BulkForm(forms.Form):
    """One unit for many requests at once."""

    note = forms.CharField(label=gettext_lazy("理由（改派的须写明）"), required=False, max_length=2000)

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = OneUnit(
            label=_("承办单位"), error_messages={"required": _("请选择单位。"), "invalid_choice": CLOSED_UNIT}
        )
        self.fields["unit"].offer(units_of(viewer.organisation))
        self.fields["supports"] = SupportsField(viewer, label=_("配合单位"))
        self.order_fields(["unit", "supports", "note"])


class AnswerForm(forms.Form):
    """What is answered in words."""

    text = forms.CharField(
        label=gettext_lazy("答复"), required=False, max_length=5000, widget=forms.Textarea({"rows": 4})
    )


class AttachForm(forms.Form):
    """A material that is registered already, by its reference; the newest ones are offered."""

    material = forms.CharField(
        label=gettext_lazy("已登记的材料"),
        max_length=20,
        widget=forms.TextInput({"list": "materials-known", "autocomplete": "off", "placeholder": "M-0001"}),
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._viewer = viewer

    @property
    def known(self) -> list[tuple[str, str]]:
        """(reference, name) of the newest materials that this person may see."""
        rows = materials_for(self._viewer).filter(versions__isnull=True).order_by("-number")
        return [(row.ref, f"{row.title} {row.period}".strip()) for row in rows.only("number", "title", "period")[:100]]
