"""Which terms and which review chain hold in a round? A rule set is data: named values, each with its source.

The files are shipped in `bihuan/rounds/rulesets/`; a round may change any value, and keeps the reason.
Example: `plan_due = {value = "1 months", source = "…"}` makes the plan due one month after the feedback. Where a file
leaves a setting out, its default holds and says that it is one.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from bihuan.rules import extension
from bihuan.rules.deadlines import Counting, CountsFrom, OnDayOff, Term
from bihuan.rules.extension import Limits
from bihuan.rules.pauses import Pauses
from bihuan.rules.people import HELD, Role
from bihuan.rules.review import Level
from bihuan.rules.standing import RHYTHMS, Rhythm
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


COUNTS_FROM, ON_DAY_OFF, PAUSES = "counts_from", "on_day_off", "pauses"
STANDING_EVERY, STANDING_GRACE = "standing_every", "standing_grace"
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
    PAUSES: Setting(
        say("停止计时"),
        {
            Pauses.NONE: say("不停"),
            Pauses.APPROVER: say("方案、销号在审核人手里时停"),
            Pauses.GROUP: say("联络事项在巡视组手里时停"),
            Pauses.BOTH: say("在审核人或巡视组手里时都停"),
        },
        Pauses.NONE,
        say("默认值，待确认：审核、查收期间照常计时"),
    ),
    STANDING_EVERY: Setting(
        say("长期坚持的佐证间隔"),
        {f"{months} months": words for months, words in RHYTHMS.items()},
        "3 months",
        say("默认值，待确认：销号后每季度报送一次佐证"),
    ),
    STANDING_GRACE: Setting(
        say("长期坚持的佐证宽限期"),
        {str(term): term.words for term in (Term(days, "workdays") for days in (5, 10, 15, 20))},
        "10 workdays",
        say("默认值，待确认：到期 10 个工作日后仍未报送的重新整改"),
    ),
}


@dataclass(frozen=True)
class Number:
    """A rule that is a whole number: what it counts, the default with its reason, and the largest that makes sense."""

    title: Say
    of: Literal["times", "days"]
    default: int
    most: int
    source: Say

    def words(self, value: int) -> Say:
        if self.of == "days":
            return Term(value, "days").words
        return say("1 次") if value == 1 else say("{count} 次", count=value)


MOST, MOST_DAYS, LEADER_DAYS = "extensions_most", "extensions_days", "extensions_leader_days"
NUMBERS: dict[str, Number] = {
    MOST: Number(say("延期最多几次"), "times", extension.DEFAULT.most, 9, say("默认值，待确认：延期最多两次")),
    MOST_DAYS: Number(say("延期最长几天"), "days", extension.DEFAULT.most_days, 999,
                      say("默认值，待确认：从原时限算起，延期总共不超过 90 天")),
    LEADER_DAYS: Number(say("责任领导可批准的天数"), "days", extension.DEFAULT.leader_days, 999,
                        say("默认值，待确认：延期 15 天以内由责任领导审批，更长的由第一责任人审批")),
}  # fmt: skip
"""How often and how far a date may be moved (延期), and up to how many days the leader decides."""


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
    def pauses(self) -> Pauses:
        return Pauses(self.rules[PAUSES].value)

    @property
    def limits(self) -> Limits:
        return Limits(self.number(MOST), self.number(MOST_DAYS), self.number(LEADER_DAYS))

    def number(self, name: str) -> int:
        return _number(self.rules[name])

    @property
    def rhythm(self) -> Rhythm:
        """Of the proofs that a standing measure asks for after the close-out."""
        return Rhythm(self.term(STANDING_EVERY).amount, self.term(STANDING_GRACE), self.counting)

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


def _number(rule: Rule) -> int:
    most = NUMBERS[rule.name].most
    if not re.fullmatch("[0-9]{1,3}", rule.value) or int(rule.value) > most:
        raise BadRule(
            say(
                "规则“{name}”的值“{value}”不能用，请写 0 至 {most} 的整数。",
                name=rule.name,
                value=rule.value,
                most=most,
            )
        )
    return int(rule.value)


def check(rule: Rule) -> None:
    """Raises BadRule where the value cannot be used."""
    if rule.name == CHAIN:
        _chain(rule.value)
    elif rule.name in TERMS:
        _term(rule.name, rule.value)
    elif rule.name in SETTINGS:
        _choice(rule)
    elif rule.name in NUMBERS:
        _number(rule)
    else:
        raise BadRule(say("没有名为“{name}”的规则。", name=rule.name))


def parse(data: bytes) -> RuleSet:
    """A rule set from its TOML file. Raises BadRule where a value is missing or cannot be used."""
    content = tomllib.loads(data.decode())
    rules = {
        name: Rule(name, str(item["value"]), item["source"], is_shipped=True) for name, item in content["rules"].items()
    }
    defaults = {name: (setting.default, setting.source) for name, setting in SETTINGS.items()}
    defaults |= {name: (str(number.default), number.source) for name, number in NUMBERS.items()}
    for name, (value, ground) in defaults.items():
        rules.setdefault(name, Rule(name, value, ground.text, is_shipped=True))
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
