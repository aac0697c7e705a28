"""Which dates follow from a feedback, and why? The milestones of a rule set with their reasons. Needs no database."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from bihuan.site.terminal import BadInput, Day, _, render

if TYPE_CHECKING:
    from bihuan.rules.milestones import Milestone
    from bihuan.rules.ruleset import RuleSet


@click.command(
    help=_("按规则集从反馈日期推算各项时限，逐项写明为什么是这一天。不需要数据库。"),
    epilog="\b\n"
    + _("例如：")
    + "\n  bihuan due --rules province-6-months --feedback 2026-08-31"
    + "\n  bihuan due --rules local-3-months --feedback 2026-08-31 --entry 2026-05-11 --json",
)
@click.option("--rules", "name", required=True, metavar="NAME", help=_("规则集的名称，如 province-6-months。"))
@click.option("--feedback", required=True, type=Day(), help=_("反馈日期。"))
@click.option("--entry", type=Day(), help=_("进驻日期；不写则不推算进驻前后的时限。"))
@click.option("--json", "as_json", is_flag=True, help=_("输出 JSON。"))
def command(name: str, feedback: date, entry: date | None, as_json: bool) -> None:
    from bihuan.rules.milestones import milestones
    from bihuan.rules.workdays import official

    ruleset = rules_named(name)
    require_possible(entry, feedback)
    found = milestones(ruleset, entry=entry, feedback=feedback, calendar=official())
    if as_json:
        click.echo(json.dumps(as_plain(ruleset, entry, feedback, found), ensure_ascii=False, indent=2))
    else:
        show(ruleset, found)


def rules_named(name: str) -> "RuleSet":
    """The shipped rule set. Raises BadInput with the names that there are."""
    from bihuan.rounds.shipped import rulesets_shipped, shipped

    try:
        return shipped(name)
    except LookupError as error:
        names = "、".join(each.name for each in rulesets_shipped())
        raise BadInput(
            _("没有名为 {name} 的规则集，请从这些中选择：{names}。").format(name=name, names=names)
        ) from error


def require_possible(entry: date | None, feedback: date) -> None:
    """Raises BadInput with what is wrong about the dates."""
    from bihuan.rules.rounds import Dates, impossible

    if refusal := impossible(Dates(entry=entry, feedback=feedback)):
        raise BadInput(" ".join(render(fault) for fault in refusal.missing))


def as_plain(ruleset: "RuleSet", entry: date | None, feedback: date, found: tuple["Milestone", ...]) -> dict[str, Any]:
    """The JSON that other programs rely on: its keys are promised and only grow."""
    return {
        "rules": ruleset.name,
        "title": render(ruleset.title),
        "entry": entry and entry.isoformat(),
        "feedback": feedback.isoformat(),
        "milestones": [
            {
                "name": each.name,
                "title": render(each.title),
                "on": each.on.isoformat(),
                "known": knows(each.on),
                "why": [render(line) for line in each.lines],
            }
            for each in found
        ],
    }


def knows(day: date) -> bool:
    """Whether the schedule of that year is known, so that its days off are more than weekends."""
    from bihuan.rules.workdays import official

    return official().knows(day.year)


def show(ruleset: "RuleSet", found: tuple["Milestone", ...]) -> None:
    """The milestones for a person: each date with its reasons below it."""
    from bihuan.rules.reasons import named

    click.echo(render(ruleset.title))
    for each in found:
        click.echo(f"\n{render(named(each.on))} {render(each.title)}")
        for line in each.lines:
            click.echo(f"  {render(line)}")
