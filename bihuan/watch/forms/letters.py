"""What is asked of the office for a letter or a summons, and of everybody for a move."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.ledger.forms.inputs import DayInput, lines
from bihuan.ledger.models import Finding
from bihuan.people.models import Unit
from bihuan.rules.ladder import Ladder
from bihuan.rules.life import Note
from bihuan.trail.answers import words
from bihuan.watch.models import Letter


def choices_of(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """One line for each finding: reference, beginning of its wording, date."""
    rows = []
    for each in findings:
        text = each.text if len(each.text) <= 60 else each.text[:59] + "…"
        rows.append((each.ref, f"{each.ref} {text} {each.due.isoformat() if each.due else ''}".strip()))
    return rows


class UnitForm(forms.Form):
    """To which unit: the first question, because the findings follow from it."""

    unit = forms.ChoiceField(label=_("哪个单位"))

    def __init__(self, units: Iterable[Unit], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [(each.ref, each.name) for each in units]


class DraftForm(forms.Form):
    """Which letter, and about which findings."""

    step = forms.ChoiceField(label=_("文书种类"), widget=forms.RadioSelect)
    findings = forms.MultipleChoiceField(label=_("针对哪些问题"), widget=forms.CheckboxSelectMultiple)
    term = forms.DateField(label=_("新时限（告诫等定新时限的文书填写）"), required=False, widget=DayInput())
    skip_reason = forms.CharField(
        label=_("越级理由"),
        required=False,
        max_length=300,
        widget=lines(2),
        help_text=_("不按顺序逐级使用的，写明理由。"),
    )

    def __init__(self, ladder: Ladder, findings: Iterable[Finding], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = [(each.name, f"{words(each.title)}：{words(each.use)}") for each in ladder.steps]
        self.fields["findings"].choices = choices_of(findings)


class TextForm(forms.Form):
    """The words of a draft."""

    text = forms.CharField(label=_("正文"), max_length=10_000, widget=lines(14))
    term = forms.DateField(label=_("新时限"), required=False, widget=DayInput())
    skip_reason = forms.CharField(label=_("越级理由"), required=False, max_length=300, widget=lines(2))

    def __init__(self, letter: Letter, *args: Any, new_term: bool, skips: bool, **kwargs: Any) -> None:
        first = {"text": letter.text, "term": letter.term, "skip_reason": letter.skip_reason}
        super().__init__(*args, initial=first, **kwargs)
        if not new_term:
            del self.fields["term"]
        if not (skips or letter.skip_reason):
            del self.fields["skip_reason"]


class NoteForm(forms.Form):
    """What is written with a move."""

    note = forms.CharField(label=_("说明"), max_length=2000, required=False, widget=lines(3))

    def __init__(self, note: Note, label: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].label = label
        self.fields["note"].required = note is Note.REQUIRED
        if note is Note.NONE:
            del self.fields["note"]


class LadderForm(forms.Form):
    """The ladder of an organisation."""

    preset = forms.ChoiceField(label=_("方案"), widget=forms.RadioSelect)
    prefix = forms.CharField(label=_("发文机关代字"), max_length=20, help_text=_("文号的开头，如“云巡改”。"))

    def __init__(self, ladders: Iterable[Ladder], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["preset"].choices = [(each.name, words(each.title)) for each in ladders]


class SummonsForm(forms.Form):
    """A talk that was held: arrangements only."""

    findings = forms.MultipleChoiceField(label=_("针对哪些问题"), widget=forms.CheckboxSelectMultiple)
    held_at = forms.DateTimeField(
        label=_("约谈时间"), widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
    )
    place = forms.CharField(label=_("地点"), max_length=100)
    talked_by = forms.CharField(label=_("约谈人"), max_length=200)
    attended = forms.CharField(label=_("被约谈人"), max_length=200)
    term = forms.DateField(
        label=_("限期二次整改到"),
        required=False,
        widget=DayInput(),
        help_text=_("填写后，选中问题的时限随即改到这一天，原时限保留。"),
    )
    outcome = forms.CharField(
        label=_("议定安排"), required=False, max_length=200, help_text=_("只写议定的安排，不记谈话内容。")
    )
    letter = forms.ChoiceField(label=_("依据的督办文书"), required=False)

    def __init__(self, findings: Iterable[Finding], letters: Iterable[Letter], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["findings"].choices = choices_of(findings)
        self.fields["letter"].choices = [("", "—"), *((each.ref, each.document_number) for each in letters)]
