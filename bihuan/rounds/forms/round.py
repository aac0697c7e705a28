"""What does a person type about a round? Its description, its dates, one of its rules, its end."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bihuan.rounds.models import RoundKind, RoundLevel
from bihuan.rounds.queries import rulesets_shipped
from bihuan.rules.deadlines import Term
from bihuan.rules.people import Role
from bihuan.rules.review import Level
from bihuan.rules.rounds import BEFORE, LONGEST, Dates, level_words
from bihuan.rules.ruleset import (
    CHAIN,
    COUNTS_FROM,
    NUMBERS,
    ON_DAY_OFF,
    PAUSES,
    SETTINGS,
    STANDING_EVERY,
    STANDING_GRACE,
    RuleSet,
)
from bihuan.trail.answers import words

WRITTEN = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日"]
REVIEWERS = (Role.LEADER, Role.OFFICE, Role.FIRST, Role.SUPERVISOR, Role.HEAD)
LEVELS = 5


def day(label: Any, *, required: bool = False) -> forms.DateField:
    """A date that may be typed the ways an office writes it."""
    return forms.DateField(
        label=label,
        required=required,
        input_formats=WRITTEN,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("不是日期，请写成 2026-03-31 的样子。")},
    )


def source() -> forms.CharField:
    return forms.CharField(
        label=_("依据"),
        max_length=LONGEST["source"],
        help_text=_("写明文件名称、会议决定或巡视组要求，改动会连同依据一起留痕。"),
    )


class DescriptionForm(forms.Form):
    title = forms.CharField(
        label=_("轮次名称"), max_length=LONGEST["title"], help_text=_("例如：省委第三轮巡视、审计整改 2026。")
    )
    group = forms.CharField(label=_("巡视组"), max_length=LONGEST["group"], help_text=_("例如：省委第六巡视组。"))
    kind = forms.ChoiceField(label=_("类型"), choices=RoundKind.choices)
    level = forms.ChoiceField(label=_("层级"), choices=RoundLevel.choices, initial=RoundLevel.PROVINCE)
    ruleset = forms.ChoiceField(
        label=_("规则集"), initial="province-6-months", help_text=_("各项期限从这里开始，之后可以逐项修改。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ruleset"].choices = [(each.name, words(each.title)) for each in rulesets_shipped()]


class DatesForm(forms.Form):
    notice = day(_("通知日期"))
    entry = day(_("进驻日期"))
    leaving = day(_("离驻日期"))
    feedback = day(_("反馈日期"))

    @property
    def dates(self) -> Dates:
        return Dates(**{name: self.cleaned_data[name] for name in DatesForm.base_fields})


class RoundForm(DescriptionForm, DatesForm):
    """A new round: both halves on one page; no date is known for certain on the first day."""

    field_order = [*DescriptionForm.base_fields, *DatesForm.base_fields]

    @property
    def description(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in DescriptionForm.base_fields}


class TermForm(forms.Form):
    """A term as a person says it: so many days, working days or months; which way it counts follows from the rule."""

    amount = forms.IntegerField(label=_("期限"), min_value=0, max_value=999)
    unit = forms.ChoiceField(
        label=_("单位"), choices=[("days", _("天")), ("workdays", _("个工作日")), ("months", _("个月"))]
    )
    source = source()

    @staticmethod
    def typed(ruleset: RuleSet, name: str) -> dict[str, Any]:
        term = ruleset.term(name)
        return {"amount": abs(term.amount), "unit": term.unit}

    def value(self, name: str) -> str:
        amount = self.cleaned_data["amount"]
        return str(Term(-amount if name in BEFORE else amount, self.cleaned_data["unit"]))


class ChainForm(forms.Form):
    """The review chain, one choice per level; a level left empty falls away."""

    field_order = [*(f"level_{number}" for number in range(1, LEVELS + 1)), "source"]
    source = source()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = [Level(role, key_only) for role in REVIEWERS for key_only in (False, True)]
        choices = [("", _("—")), *((_written(level), words(level_words(level))) for level in levels)]
        for number in range(1, LEVELS + 1):
            label = _("第 %(number)s 级") % {"number": number}
            self.fields[f"level_{number}"] = forms.ChoiceField(label=label, choices=choices, required=False)
        self.order_fields(self.field_order)

    @staticmethod
    def typed(ruleset: RuleSet, name: str) -> dict[str, Any]:
        return {f"level_{number}": _written(level) for number, level in enumerate(ruleset.chain, start=1)}

    def value(self, name: str) -> str:
        levels = (self.cleaned_data[f"level_{number}"] for number in range(1, LEVELS + 1))
        return ", ".join(level for level in levels if level)


def _written(level: Level) -> str:
    return f"{level.role}:key" if level.key_only else str(level.role)


class SettingForm(forms.Form):
    """How terms are counted: one of a few ways, by the name of the rule."""

    rule = ""
    choice = forms.ChoiceField(label=_("本轮的值"))
    source = source()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = SETTINGS[self.rule].choices.items()
        self.fields["choice"].choices = [(value, words(meaning)) for value, meaning in choices]

    @staticmethod
    def typed(ruleset: RuleSet, name: str) -> dict[str, Any]:
        return {"choice": ruleset.rules[name].value}

    def value(self, name: str) -> str:
        return str(self.cleaned_data["choice"])


class CountsFromForm(SettingForm):
    rule = COUNTS_FROM


class OnDayOffForm(SettingForm):
    rule = ON_DAY_OFF


class PausesForm(SettingForm):
    rule = PAUSES


class StandingEveryForm(SettingForm):
    rule = STANDING_EVERY


class StandingGraceForm(SettingForm):
    rule = STANDING_GRACE


class NumberForm(forms.Form):
    """A rule that is a whole number; how large it may be, the rules say."""

    number = forms.IntegerField(label=_("本轮的值"), min_value=0, max_value=999)
    source = source()

    @staticmethod
    def typed(ruleset: RuleSet, name: str) -> dict[str, Any]:
        return {"number": ruleset.number(name)}

    def value(self, name: str) -> str:
        return str(self.cleaned_data["number"])


RuleForm = TermForm | ChainForm | SettingForm | NumberForm
FORMS: dict[str, type[RuleForm]] = {
    CHAIN: ChainForm,
    COUNTS_FROM: CountsFromForm,
    ON_DAY_OFF: OnDayOffForm,
    PAUSES: PausesForm,
    STANDING_EVERY: StandingEveryForm,
    STANDING_GRACE: StandingGraceForm,
    **dict.fromkeys(NUMBERS, NumberForm),
}
"""Every other rule is a term."""


def form_for(name: str) -> type[RuleForm]:
    return FORMS.get(name, TermForm)


class FinishForm(forms.Form):
    on = day(_("结束日期"), required=True)
    note = forms.CharField(label=_("说明"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate


class ResumeForm(forms.Form):
    note = forms.CharField(label=_("恢复的理由"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
