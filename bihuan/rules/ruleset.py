"""Which terms and which review chain hold in a round? A rule set is data: named values, each with its source.

The files are shipped in `bihuan/rounds/rulesets/`; a round may change any value, and keeps the reason.
Example: `plan_due = {value = "1 months", source = "…"}` makes the plan due one month after the feedback. Where a file
leaves a setting out, its default holds and says that it is one.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bihuan.rules.deadlines import Counting, CountsFrom, OnDayOff, Term
from bihuan.rules.people import HELD, Role
from bihuan.rules.review import Level
from bihuan.say import Say, say

TERMS: dict[str, Say] = {
    "liaison_list_due": say("联络组名单报送"),
    "work_report_due": say("工作汇报报送"),
    "plan_due": say("整改方案报送"),
    "intensive_period": say("集中整改期结束"),
    "report_due": say("整改情况报告报送"),
    "evaluation_after": say("整改评估"),
    "recheck_after": say("回头看"),
}
STARTS = {"liaison_list_due": "entry", "work_report_due": "entry", "report_due": "intensive_period"}
"""What each term counts from; everything else counts from the feedback."""
CHAIN = "review_chain"


@dataclass(frozen=True)
class Setting:
    """A rule with a few possible values: what it is called, what each value means, and the default with its reason."""

    title: Say
    choices: Mapping[str, Say]
    default: str
    source: Say


COUNTS_FROM, ON_DAY_OFF = "counts_from", "on_day_off"
SETTINGS: dict[str, Setting] = {
    COUNTS_FROM: Setting(
        say("期限的第一天"),
        {CountsFrom.NEXT_DAY: say("当天不算，次日是第一天"), CountsFrom.SAME_DAY: say("进驻、反馈当天就是第一天")},
        CountsFrom.NEXT_DAY,
        say("默认值，待确认：起算当天不计入"),
    ),
    ON_DAY_OFF: Setting(
        say("到期日是休息日"),
        {
            OnDayOff.STAY: say("不移动"),
            OnDayOff.FORWARD: say("顺延到下一个工作日"),
            OnDayOff.BACK: say("提前到上一个工作日"),
        },
        OnDayOff.STAY,
        say("默认值，待确认：到期日不因休息日移动"),
    ),
}


class BadRule(ValueError):
    """A value of a rule set that cannot be used; `reason` says which and what it should look like."""

    def __init__(self, reason: Say) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class Rule:
    """One value, as written, and where it comes from."""

    name: str
    value: str
    source: str
    is_shipped: bool = field(default=False, compare=False)

    @property
    def grounds(self) -> Say | str:
        """Its source to read: what is shipped has a translation, what a round's office wrote stays as written."""
        return Say(self.source) if self.is_shipped else self.source


@dataclass(frozen=True)
class RuleSet:
    """The values that hold in a round; `changed` names those that the round itself has changed."""

    name: str
    title: Say
    rules: Mapping[str, Rule]
    changed: frozenset[str] = frozenset()

    def term(self, name: str) -> Term:
        return _term(name, self.rules[name].value)

    @property
    def counting(self) -> Counting:
        return Counting(CountsFrom(self.rules[COUNTS_FROM].value), OnDayOff(self.rules[ON_DAY_OFF].value))

    @property
    def chain(self) -> tuple[Level, ...]:
        return _chain(self.rules[CHAIN].value)


def _term(name: str, value: str) -> Term:
    term = Term.parse(value)
    if term is None:
        raise BadRule(
            say(
                "规则“{name}”的值“{value}”不是期限，请写成“1 months”、“15 days”或“5 workdays”。", name=name, value=value
            )
        )
    return term


def _chain(value: str) -> tuple[Level, ...]:
    """`leader, office, first:key` → three levels, the last for key findings only."""
    levels = []
    for part in value.split(","):
        role, _, only = part.strip().partition(":")
        if role not in HELD or only not in ("", "key"):
            raise BadRule(say("审核链中的“{part}”不是角色，请写成“leader, office, first:key”。", part=part.strip()))
        levels.append(Level(Role(role), key_only=only == "key"))
    return tuple(levels)


def _choice(rule: Rule) -> None:
    choices = SETTINGS[rule.name].choices
    if rule.value not in choices:
        written = "、".join(choices)
        raise BadRule(
            say("规则“{name}”的值“{value}”不能用，请从 {choices} 中选择。",
                name=rule.name, value=rule.value, choices=written)
        )  # fmt: skip


def check(rule: Rule) -> None:
    """Raises BadRule where the value cannot be used."""
    if rule.name == CHAIN:
        _chain(rule.value)
    elif rule.name in TERMS:
        _term(rule.name, rule.value)
    elif rule.name in SETTINGS:
        _choice(rule)
    else:
        raise BadRule(say("没有名为“{name}”的规则。", name=rule.name))


def parse(data: bytes) -> RuleSet:
    """A rule set from its TOML file. Raises BadRule where a value is missing or cannot be used."""
    content = tomllib.loads(data.decode())
    rules = {
        name: Rule(name, str(item["value"]), item["source"], is_shipped=True) for name, item in content["rules"].items()
    }
    for name, setting in SETTINGS.items():
        rules.setdefault(name, Rule(name, setting.default, setting.source.text, is_shipped=True))
    for name in (*TERMS, CHAIN):
        if name not in rules:
            raise BadRule(say("规则文件缺少“{name}”。", name=name))
    for rule in rules.values():
        check(rule)
    return RuleSet(content["name"], Say(content["title"]), rules)


def change(ruleset: RuleSet, changes: tuple[Rule, ...]) -> RuleSet:
    """The rule set with the changes of one round laid over it."""
    rules = {**ruleset.rules, **{rule.name: rule for rule in changes}}
    return replace(ruleset, rules=rules, changed=frozenset(rule.name for rule in changes))
