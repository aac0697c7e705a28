"""What is written while the work goes on: progress, proof (a new file or a stored paper), numbers reached."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import Http404
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from bihuan.ledger.forms.inputs import DayInput, lines
from bihuan.ledger.models import Measure
from bihuan.papers.queries import paper_for
from bihuan.people.viewer import Viewer
from bihuan.rules.measure import KINDS, UNITS, Kind
from bihuan.trail.answers import words


class ProgressForm(forms.Form):
    """Progress on the finding as a whole, or on one of its measures."""

    measure = forms.TypedChoiceField(label=_("关于"), required=False, coerce=int, empty_value=None)
    text = forms.CharField(label=_("进展"), widget=lines(3), max_length=5000)

    def __init__(self, measures: Iterable[Measure], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        each = [(m.number, f"{m.number} {Truncator(m.text).chars(30)}") for m in measures]
        self.fields["measure"].choices = [("", _("整个问题")), *each]


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files in one field."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, (list, tuple)) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files if file]


class PapersForm(forms.Form):
    """What shows something: files from this computer, or the reference of a paper that is already stored."""

    files = FilesField(label=_("上传文件"), required=False, widget=FilesInput)
    stored = forms.CharField(
        label=_("或选用已存材料"), required=False, max_length=120, help_text=_("输入编号，如 P-0012。")
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer

    def clean_stored(self) -> Any:
        """The paper named, which must be one that the viewer may see."""
        text = self.cleaned_data["stored"].strip()
        if not text:
            return None
        ref = re.match(r"P-\d+", text.upper())
        try:
            return paper_for(self.viewer, ref[0] if ref else text)
        except Http404:
            raise forms.ValidationError(_("没有编号为“%(ref)s”的已存材料。"), params={"ref": text}) from None

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if not self.errors and not values.get("files") and not values.get("stored"):
            raise forms.ValidationError(_("请上传文件，或填写已存材料的编号。"))
        return values


class EvidenceForm(PapersForm):
    """Proof for one measure, and what is to be said of it."""

    title = forms.CharField(label=_("材料名称"), required=False, max_length=200, help_text=_("不填则用文件名。"))
    document_date = forms.DateField(label=_("材料日期"), widget=DayInput())
    explanation = forms.CharField(
        label=_("日期说明"), required=False, max_length=1000, help_text=_("材料日期早于反馈日期时必须说明。")
    )
    is_rule = forms.BooleanField(label=_("这是制度文件"), required=False)
    meeting = forms.CharField(label=_("研究会议"), required=False, max_length=200)
    approval = forms.CharField(label=_("审批"), required=False, max_length=200)
    issue_number = forms.CharField(label=_("文号"), required=False, max_length=100)


class NumbersForm(forms.Form):
    """The number reached for each kind that the measure carries."""

    def __init__(self, measure: Measure, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for carried in measure.kinds.all():
            kind = Kind(carried.kind)
            label = _("%(kind)s（%(unit)s）") % {"kind": words(KINDS[kind]), "unit": words(UNITS[kind])}
            self.fields[kind.value] = forms.DecimalField(
                label=label, required=False, min_value=0, max_digits=14, decimal_places=2, initial=carried.number
            )
