"""Which terms and which review chain hold in a round? A rule set is data: named values, each with its source.

The files are shipped in `bihuan/rounds/rulesets/`; a round may change any value, and keeps the reason.
Example: `plan_due = {value = "1 months", source = "…"}` makes the plan due one month after the feedback.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bihuan.rules.deadlines import Term, add
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
    def chain(self) -> tuple[Level, ...]:
        return _chain(self.rules[CHAIN].value)


def _term(name: str, value: str) -> Term:
    term = Term.parse(value)
    if term is None:
        raise BadRule(say("规则“{name}”的值“{value}”不是期限，请写成“1 months”或“15 days”。", name=name, value=value))
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


def check(rule: Rule) -> None:
    """Raises BadRule where the value cannot be used."""
    if rule.name == CHAIN:
        _chain(rule.value)
    elif rule.name in TERMS:
        _term(rule.name, rule.value)
    else:
        raise BadRule(say("没有名为“{name}”的规则。", name=rule.name))


def parse(data: bytes) -> RuleSet:
    """A rule set from its TOML file. Raises BadRule where a value is missing or cannot be used."""
    content = tomllib.loads(data.decode())
    rules = {
        name: Rule(name, str(item["value"]), item["source"], is_shipped=True) for name, item in content["rules"].items()
    }
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


@dataclass(frozen=True)
class Milestone:
    """One date that follows from a rule: what, when, and why."""

    name: str
    title: Say
    on: date
    why: Say
    source: Say | str


def milestones(ruleset: RuleSet, *, entry: date | None, feedback: date | None) -> tuple[Milestone, ...]:
    """Every date that can be worked out from the dates known so far, earliest first."""
    starts: dict[str, date | None] = {"entry": entry, "feedback": feedback, "intensive_period": None}
    words = {"entry": say("进驻"), "feedback": say("反馈"), "intensive_period": say("集中整改期结束")}
    found = []
    for name, title in TERMS.items():
        start_name = STARTS.get(name, "feedback")
        start = starts[start_name]
        if start is None:
            continue
        term = ruleset.term(name)
        on = add(start, term)
        starts[name] = on
        why = _why(words[start_name], start, term)
        found.append(Milestone(name, title, on, why, ruleset.rules[name].grounds))
    return tuple(sorted(found, key=lambda milestone: milestone.on))


def _why(start: Say, day: date, term: Term) -> Say:
    """`反馈（2026-08-31）起 6 个月`, or `进驻（2026-03-10）前 2 天`."""
    if term.amount < 0:
        before = Term(-term.amount, term.unit)
        return say("{start}（{date}）前 {term}", start=start, date=day.isoformat(), term=before.words)
    return say("{start}（{date}）起 {term}", start=start, date=day.isoformat(), term=term.words)
