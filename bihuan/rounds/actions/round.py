"""What is done to a round? It is opened, described, dated, given its own rules, finished, and in need resumed."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round, RoundKind, RoundLevel, RuleChange
from bihuan.rounds.queries import dates_of, ruleset_of, shipped
from bihuan.rules import rounds as rules
from bihuan.rules.life import Refusal
from bihuan.rules.rounds import Dates
from bihuan.rules.ruleset import Rule
from bihuan.say import say
from bihuan.trail.actions import record


@transaction.atomic
def open_round(
    organisation: Organisation,
    *,
    title: str,
    kind: RoundKind,
    level: RoundLevel,
    group: str,
    ruleset: str,
    dates: Dates | None = None,
    by: Viewer,
    at: datetime,
) -> Round | Refusal:
    """A new round under the next number of its organisation."""
    dates = dates or Dates()
    refusal = (
        rules.may_run(by.roles, own=by.organisation == organisation)
        or rules.naming(title, group)
        or rules.impossible(dates)
        or _unknown(ruleset)
    )
    if refusal:
        return refusal
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    last = Round.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"] or 0
    row = Round(organisation=organisation, number=last + 1, title=title.strip(), kind=RoundKind(kind),
                level=RoundLevel(level), group=group.strip(), ruleset=ruleset, **_columns(dates))  # fmt: skip
    row.save(force_insert=True)
    _record("round.opened", row, by=by, at=at, after={**_description(row), **_columns(dates)})
    return row


@transaction.atomic
def describe_round(
    round: Round,
    *,
    title: str,
    kind: RoundKind,
    level: RoundLevel,
    group: str,
    ruleset: str,
    by: Viewer,
    at: datetime,
) -> Round | Refusal:
    """Correct what the round is called, who inspects, and which rule set it starts from; its own changes stay."""
    row = _locked(round, by)
    if isinstance(row, Refusal):
        return row
    if refusal := rules.naming(title, group) or _unknown(ruleset):
        return refusal
    before = _description(row)
    row.title, row.kind, row.level = title.strip(), RoundKind(kind), RoundLevel(level)
    row.group, row.ruleset = group.strip(), ruleset
    return _save("round.described", row, before, _description(row), by=by, at=at)


@transaction.atomic
def change_dates(round: Round, *, dates: Dates, by: Viewer, at: datetime) -> Round | Refusal:
    """Set the four dates together, for they must agree; every date that follows from them moves with them."""
    row = _locked(round, by)
    if isinstance(row, Refusal):
        return row
    if refusal := rules.impossible(dates):
        return refusal
    before, after = _columns(dates_of(row)), _columns(dates)
    for name, value in after.items():
        setattr(row, name, value)
    return _save("round.dates_changed", row, before, after, by=by, at=at)


@transaction.atomic
def change_rule(round: Round, *, name: str, value: str, source: str, by: Viewer, at: datetime) -> Round | Refusal:
    """Let another value hold in this round alone, on a ground that is named."""
    row = _locked(round, by)
    if isinstance(row, Refusal):
        return row
    rule = Rule(name, value.strip(), source.strip())
    if refusal := rules.bad_change(rule):
        return refusal
    old = ruleset_of(row).rules[name]
    if rule == old:
        return row
    RuleChange.objects.update_or_create(round=row, name=name, defaults={"value": rule.value, "source": rule.source})
    before, after = {name: old.value, "source": old.source}, {name: rule.value, "source": rule.source}
    _record("round.rule_changed", row, by=by, at=at, before=before, after=after)
    return row


@transaction.atomic
def reset_rule(round: Round, *, name: str, by: Viewer, at: datetime) -> Round | Refusal:
    """Take the round's own value away, so that the shipped one holds again."""
    row = _locked(round, by)
    if isinstance(row, Refusal):
        return row
    own = RuleChange.objects.filter(round=row, name=name).first()
    if own is None:
        return Refusal("when", say("这项规则没有改动过，不需要恢复。"))
    own.delete()
    plain = shipped(row.ruleset).rules[name]
    before, after = {name: own.value, "source": own.source}, {name: plain.value, "source": plain.source}
    _record("round.rule_reset", row, by=by, at=at, before=before, after=after)
    return row


@transaction.atomic
def finish_round(round: Round, *, on: date, by: Viewer, at: datetime, note: str = "") -> Round | Refusal:
    row = _locked(round, by)
    if isinstance(row, Refusal):
        return row
    if refusal := rules.finishing(dates_of(row), on, timezone.localdate(at)):
        return refusal
    row.finished_on = on
    return _save("round.finished", row, {"finished_on": None}, {"finished_on": on}, by=by, at=at, note=note)


@transaction.atomic
def resume_round(round: Round, *, note: str, by: Viewer, at: datetime) -> Round | Refusal:
    """Take back a finish that was a mistake, with the reason."""
    row = _locked(round, by, finished=True)
    if isinstance(row, Refusal):
        return row
    if row.finished_on is None:
        return Refusal("when", say("本轮没有结束，不需要恢复。"))
    if not note.strip():
        return Refusal("what", say("请写明理由。"))
    before, row.finished_on = {"finished_on": row.finished_on}, None
    return _save("round.resumed", row, before, {"finished_on": None}, by=by, at=at, note=note.strip())


def _locked(round: Round, by: Viewer, *, finished: bool = False) -> Round | Refusal:
    """The row, locked until the transaction ends, if this person may change it and it is not finished."""
    row = Round.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=round.pk)
    refusal = rules.may_run(by.roles, own=by.organisation == row.organisation)
    if not finished:
        refusal = refusal or rules.may_change(row.finished_on)
    return refusal or row


def _unknown(ruleset: str) -> Refusal | None:
    try:
        shipped(ruleset)
    except LookupError:
        return Refusal("what", say("没有名为“{name}”的规则集，请从列表中选择。", name=ruleset))
    return None


def _columns(dates: Dates) -> dict[str, date | None]:
    return {"notice_on": dates.notice, "entry_on": dates.entry, "leaving_on": dates.leaving,
            "feedback_on": dates.feedback}  # fmt: skip


def _description(row: Round) -> dict[str, str]:
    return {"title": row.title, "kind": str(row.kind), "level": str(row.level), "group": row.group,
            "ruleset": row.ruleset}  # fmt: skip


def _save(
    event: str,
    row: Round,
    before: dict[str, Any],
    after: dict[str, Any],
    *,
    by: Viewer,
    at: datetime,
    note: str = "",
) -> Round:
    """Save and record what is different; a form sent without a change leaves no line."""
    changed = [name for name in after if before[name] != after[name]]
    if changed:
        row.save(update_fields=changed)
        old, new = ({name: values[name] for name in changed} for values in (before, after))
        _record(event, row, by=by, at=at, before=old, after=new, note=note)
    return row


def _record(event: str, row: Round, *, by: Viewer, at: datetime, **values: Any) -> None:
    record(event, row.ref, organisation=row.organisation.code, by=by, at=at, **values)
