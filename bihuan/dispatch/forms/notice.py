"""What is typed about a public notice: its frame, a finding's wording, why one is kept out, where it was published?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bihuan.dispatch.models import Outgoing
from bihuan.rules.notice import GROUNDS, PARTS, WORDINGS
from bihuan.trail.answers import words

MOST = 20_000


class Day(forms.DateField):
    """A day, picked in the browser's own field."""

    def __init__(self, **options: Any) -> None:
        picker = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        wrong = {"invalid": _("不是日期，请写成 2026-03-31 的样子。"), "required": _("请填写日期。")}
        super().__init__(widget=picker, error_messages=wrong, **options)


class FrameForm(forms.Form):
    organising = forms.CharField(
        label=_("组织整改落实情况"), required=False, max_length=MOST, widget=forms.Textarea({"rows": 5})
    )
    next_steps = forms.CharField(
        label=_("下一步工作"), required=False, max_length=MOST, widget=forms.Textarea({"rows": 4})
    )
    signed = forms.CharField(label=_("落款"), required=False, max_length=100)
    wording = forms.ChoiceField(label=_("完成情况用语"), help_text=_("只改变公开稿中的说法，不改变台账中的状态。"))
    phone = forms.CharField(label=_("监督电话"), required=False, max_length=60)
    post = forms.CharField(label=_("邮政信箱"), required=False, max_length=120)
    mail = forms.EmailField(label=_("电子邮箱"), required=False, max_length=120)
    since = Day(label=_("公布开始"), required=False)
    until = Day(label=_("公布截止"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = ((name, " / ".join(words(each) for each in states.values())) for name, states in WORDINGS.items())
        self.fields["wording"].choices = list(told)

    def clean(self) -> dict[str, Any]:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", _("截止日期不能早于开始日期。"))
        return self.cleaned_data


class WordingForm(forms.Form):
    text = forms.CharField(
        label=_("公开的问题表述"), required=False, max_length=MOST, widget=forms.Textarea({"rows": 3}),
        help_text=_("留空则用台账原文。"),
    )  # fmt: skip
    result = forms.CharField(
        label=_("公开的整改情况"), required=False, max_length=MOST, widget=forms.Textarea({"rows": 5}),
        help_text=_("留空则列出已完成的整改措施。"),
    )  # fmt: skip


class WithholdForm(forms.Form):
    part = forms.ChoiceField(label=_("不公开的部分"), widget=forms.RadioSelect)
    ground = forms.ChoiceField(
        label=_("情形"), widget=forms.RadioSelect, error_messages={"required": _("请选择不公开的情形。")}
    )
    reason = forms.CharField(
        label=_("理由"), max_length=1000, widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("请写明不公开的理由。")},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [(part.value, words(name)) for part, name in PARTS.items()]
        self.fields["ground"].choices = [(ground.value, words(name)) for ground, name in GROUNDS.items()]


class DecisionForm(forms.Form):
    note = forms.CharField(
        label=_("意见"), required=False, max_length=1000, widget=forms.Textarea({"rows": 2}),
        help_text=_("同意的，写明经哪次会议研究。"),
    )  # fmt: skip


class PublishForm(forms.Form):
    paper = forms.ChoiceField(label=_("已印发的公开稿"), error_messages={"required": _("请选择已经印发的公开稿。")})
    place = forms.CharField(
        label=_("公布位置"), max_length=200, help_text=_("网站栏目、报纸版面或公示栏。"),
        error_messages={"required": _("请填写在哪里公布。")},
    )  # fmt: skip
    since = Day(label=_("公布日期"))
    until = Day(label=_("公布截止"), required=False)
    looked_at = forms.BooleanField(label=_("文中的姓名和金额已逐处核对，可以公开"), required=False)

    def __init__(self, papers: list[Outgoing], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.papers = {paper.ref: paper for paper in papers}
        self.fields["paper"].choices = [(ref, f"{ref} {paper.serial_words}") for ref, paper in self.papers.items()]

    @property
    def chosen(self) -> Outgoing:
        return self.papers[self.cleaned_data["paper"]]
