"""What is typed in on the way from a letter to findings: a file or a text, and the fields of a drafted row."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bihuan.ledger.forms.inputs import DayInput, lines
from bihuan.ledger.models import DraftRow
from bihuan.ledger.phrases import KIND_NAMES
from bihuan.reading.document import READERS
from bihuan.reading.drafts import DocumentKind
from bihuan.reading.units import names
from bihuan.trail.answers import words

LONGEST = 20_000


class IntakeForm(forms.Form):
    """Either a file or a pasted text."""

    file = forms.FileField(label=gettext_lazy("选择文件"), required=False, allow_empty_file=True)
    text = forms.CharField(
        label=gettext_lazy("或者粘贴文字"), required=False, strip=False, max_length=2_000_000, widget=lines(8)
    )
    kind = forms.ChoiceField(label=gettext_lazy("文件种类"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind, words(KIND_NAMES[kind])) for kind in READERS]
        self.fields["kind"].choices = [("", _("自动识别")), *kinds]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        file, text = given.get("file"), (given.get("text") or "").strip()
        if file and text:
            raise forms.ValidationError(_("文件和粘贴的文字请只选一种。"))
        if not file and not text and not self.errors:
            raise forms.ValidationError(_("请选择文件，或粘贴文字。"))
        return given

    @property
    def chosen_kind(self) -> DocumentKind | None:
        return self.cleaned_data["kind"] or None


class DraftForm(forms.Form):
    """One drafted row. Units are typed by name; a name that is no unit is kept and shown as not found."""

    text = forms.CharField(label=gettext_lazy("问题内容"), widget=lines(3), max_length=LONGEST)
    aspect = forms.CharField(label=gettext_lazy("方面"), required=False, max_length=200)
    issue = forms.CharField(label=gettext_lazy("上级标题"), required=False, max_length=LONGEST)
    lead_unit = forms.CharField(label=gettext_lazy("牵头单位"), required=False, max_length=100)
    support_units = forms.CharField(
        label=gettext_lazy("配合单位"), required=False, max_length=2000, help_text=gettext_lazy("几个单位用顿号隔开。")
    )
    deadline = forms.DateField(label=gettext_lazy("整改时限"), required=False, widget=DayInput())
    immediate = forms.BooleanField(label=gettext_lazy("立行立改"), required=False)
    standing = forms.BooleanField(label=gettext_lazy("长期坚持"), required=False)
    key = forms.BooleanField(label=gettext_lazy("重点关注"), required=False)
    common = forms.BooleanField(label=gettext_lazy("共性问题"), required=False)
    measures = forms.CharField(
        label=gettext_lazy("整改措施"), required=False, widget=lines(3), max_length=LONGEST,
        help_text=gettext_lazy("一行一条。"),
    )  # fmt: skip
    cause = forms.CharField(label=gettext_lazy("原因剖析"), required=False, widget=lines(2), max_length=LONGEST)
    goal = forms.CharField(label=gettext_lazy("整改目标"), required=False, widget=lines(2), max_length=LONGEST)

    FLAGS = ("immediate", "standing", "key", "common")
    MORE = ("measures", "cause", "goal")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead_unit"].widget.attrs["list"] = "unit-names"

    @classmethod
    def of(cls, row: DraftRow, data: Any = None) -> "DraftForm":
        values = row.values
        initial = {
            **{name: values.get(name, "") for name in ("lead_unit", "deadline", "cause", "goal", *cls.FLAGS)},
            "text": row.text,
            "aspect": row.aspect,
            "issue": row.issue,
            "support_units": "、".join(values.get("support_units", ())),
            "measures": "\n".join(values.get("measures", ())),
        }
        return cls(data, initial=initial, auto_id=f"row{row.number}_%s")

    @property
    def written(self) -> dict[str, Any]:
        """The fields as `actions.drafts.edit_row` takes them."""
        given = dict(self.cleaned_data)
        due = given["deadline"]
        return given | {
            "text": given["text"].replace("\r\n", "\n"),
            "deadline": due.isoformat() if due else None,
            "support_units": names(given["support_units"]),
            "measures": [line.strip() for line in given["measures"].splitlines() if line.strip()],
        }
