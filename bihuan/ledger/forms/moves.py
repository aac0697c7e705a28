"""What comes with a move: a reason, for a dispute a unit, for an application the name under the promise."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.ledger.forms.inputs import lines
from bihuan.people.models import Unit
from bihuan.people.queries import units_of
from bihuan.people.viewer import Viewer
from bihuan.rules.finding import Move
from bihuan.rules.life import Note

PROMISE = _("本人承诺：以上整改情况和佐证材料真实、完整，愿意接受监督检查。")
CHOOSE = _("请选择")
WITH_UNIT = {
    Move.DISPUTE: _("建议承办单位"),
    Move.SETTLE: _("确定的牵头单位"),
    Move.SETTLE_FINALLY: _("裁定的牵头单位"),
    Move.TRANSFER: _("改由哪个单位牵头"),
}


class MoveForm(forms.Form):
    """The fields of one move. Whether the reason is required comes from the life table."""

    note = forms.CharField(label=_("说明"), widget=lines(2), max_length=2000)

    def __init__(self, move: Move, note: Note, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"{move.value}_%s", **kwargs)
        self.fields["note"].required = note is Note.REQUIRED
        self.fields["note"].label = _("理由") if note is Note.REQUIRED else _("说明（可不填）")
        if move in WITH_UNIT:
            self.fields["unit"] = UnitField(viewer, label=WITH_UNIT[move])
        if move is Move.APPLY:
            self.fields["signed_name"] = forms.CharField(
                label=_("签署本人姓名"),
                help_text=PROMISE,
                max_length=64,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )
            self.order_fields(["signed_name", "note"])
        if move in WITH_UNIT:
            self.order_fields(["unit", "note"])


class UnitField(forms.ModelChoiceField):
    """One of the open units of the viewer's organisation, told by its reference."""

    def __init__(self, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(units_of(viewer.organisation), to_field_name="number", **{"empty_label": CHOOSE} | kwargs)

    def label_from_instance(self, unit: Unit) -> str:
        return "　" * unit.depth + unit.label
