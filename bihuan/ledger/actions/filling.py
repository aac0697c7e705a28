"""How does a list that was filled in offline come back? Kept, looked at, confirmed; then each change as on the page.

Every change goes through the action that the page uses, with the same rules and its own line in the trail. All are made
in one transaction: should one of them be refused after all, none is made.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import groupby

from django.core.files import File
from django.db import transaction
from django.db.models import Max

from bihuan.ledger.actions.assign import assign
from bihuan.ledger.actions.intake import content_of
from bihuan.ledger.actions.plan import MeasureText, edit_measure, save_plan
from bihuan.ledger.actions.work import add_progress, move_measure, set_numbers
from bihuan.ledger.models import Filling, Finding, Measure
from bihuan.ledger.queries.filling_changes import Change, Preview, preview
from bihuan.ledger.queries.filling_values import MEASURE_TEXTS, MEASURES, NUMBERS, PLAN
from bihuan.ledger.queries.findings import finding_for
from bihuan.ledger.queries.people_names import PeopleNames
from bihuan.papers.actions import keep
from bihuan.papers.queries import open_file
from bihuan.people.viewer import Viewer
from bihuan.reading.blocks import Unreadable
from bihuan.reading.filling import Returned, read_filling
from bihuan.rounds.models import Round
from bihuan.rules.filling import number_of
from bihuan.rules.life import Refusal
from bihuan.rules.measure import Kind, Move, Status
from bihuan.say import say
from bihuan.trail.actions import record

Cells = dict[str, str]
"""Column → what is taken over."""


def take_back(round: Round, *, name: str, data: bytes | File, by: Viewer, at: datetime) -> Filling | Refusal:
    """Keep a list that came back. One that is no list of this round is refused and not kept."""
    content = content_of(data)
    if isinstance(content, Refusal):
        return content
    returned = _read(content, name, round)
    if isinstance(returned, Refusal):
        return returned
    kept = keep(round.organisation, name=name, data=content, unit=None, by=by, at=at, text=returned.text)
    if isinstance(kept, Refusal):
        return kept
    with transaction.atomic():
        Round.objects.select_for_update().get(pk=round.pk)
        last = Filling.objects.filter(round=round).aggregate(last=Max("number"))["last"] or 0
        filling = Filling.objects.create(round=round, number=last + 1, paper=kept.paper, made_by=by.account, made_at=at)
        _tell("filling.received", filling, by, at, paper=kept.paper.ref)
    return filling


def look(filling: Filling, *, by: Viewer) -> Preview | Refusal:
    """What the list would change now."""
    with open_file(filling.paper) as file:
        returned = _read(file.read(), filling.paper.name, filling.round)
    return returned if isinstance(returned, Refusal) else preview(returned, filling.round, by)


def _read(content: bytes, name: str, round: Round) -> Returned | Refusal:
    try:
        returned = read_filling(content, name)
    except Unreadable as fault:
        return Refusal("what", fault.reason)
    if returned.organisation != round.organisation.code:
        return Refusal("what", say("这份填报表不是从本单位的系统导出的，没有采用。"))
    if returned.round != round.ref:
        return Refusal("what", say("这是 {other} 的填报表，这里是 {here}“{title}”；请到那一轮里上传。",
                                   other=returned.round[:10], here=round.ref, title=round.title))  # fmt: skip
    return returned


@transaction.atomic
def apply_filling(filling: Filling, *, take: Collection[str], seen: str, by: Viewer, at: datetime) -> Filling | Refusal:
    """Take over every change that may be made, and of the conflicts those in `take`; or nothing at all."""
    row = Filling.objects.select_for_update().get(pk=filling.pk)
    if row.made_by_id != by.account.pk:
        return Refusal("who", say("请由上传这份表的人确认更新。"))
    if row.applied_at:
        return Refusal("when", say("这份表已经更新过；要再改请重新导出、填写后上传。"))
    found = look(filling, by=by)
    if isinstance(found, Refusal):
        return found
    if found.seen != seen:
        return Refusal("when", say("预览之后台账又有变动，还没有更新；请看过新的预览再确认。"))
    chosen = [*found.taken, *(change for change in found.conflicts if change.key in take)]
    if not chosen:
        return Refusal("what", say("没有可以更新的内容。"))
    for refusal in _make(chosen, by, at):
        transaction.set_rollback(True)
        return refusal
    row.applied_at, row.changes = at, len(chosen)
    row.save(update_fields=["applied_at", "changes"])
    _tell("filling.applied", row, by, at, paper=filling.paper.ref, changes=len(chosen))
    return row


def _make(changes: Iterable[Change], by: Viewer, at: datetime) -> Iterable[Refusal]:
    """Row by row; gives the first refusal, which ends it."""
    names = PeopleNames(by.organisation)
    for (sheet, ref), of_row in groupby(sorted(changes, key=_row_of), key=_row_of):
        row_changes = list(of_row)
        cells = {change.code: change.filled for change in row_changes}
        if sheet == MEASURES:
            head, _, number = ref.rpartition("-")
            measure = Measure.objects.select_related("finding").get(finding=finding_for(by, head), number=int(number))
            outcomes = _of_measure(measure, cells, row_changes[0].row.filled["note"], by, at)
        else:
            outcomes = _of_finding(finding_for(by, ref), cells, names, by, at)
        yield from (outcome for outcome in outcomes if isinstance(outcome, Refusal))


def _row_of(change: Change) -> tuple[str, str]:
    return change.row.sheet, change.row.ref


def _of_finding(finding: Finding, cells: Cells, names: PeopleNames, by: Viewer, at: datetime) -> Iterable[object]:
    if "handler" in cells:
        account = names.find(cells["handler"])
        _, outcomes = assign([finding], {"handler": account.username if account else None}, by=by, at=at)
        yield outcomes[0].refusal
    if set(PLAN) & set(cells):
        cause, goal = cells.get("cause", finding.cause), cells.get("goal", finding.goal)
        yield save_plan(finding, cause=cause, goal=goal, by=by, at=at)
    if "progress" in cells:
        yield add_progress(finding, cells["progress"], by=by, at=at)


def _of_measure(measure: Measure, cells: Cells, note: str, by: Viewer, at: datetime) -> Iterable[object]:
    """Taken up again first, marked done last: between them the measure is open and may be changed."""
    if cells.get("done") == Status.OPEN:
        yield move_measure(measure, Move.RESUME, by=by, at=at, note=note)
        measure.refresh_from_db()
    if set(MEASURE_TEXTS) & set(cells):
        kinds = tuple(Kind(kind.kind) for kind in measure.kinds.all())
        texts = {code: cells.get(code, getattr(measure, code)) for code in MEASURE_TEXTS}
        yield edit_measure(measure, MeasureText(due=measure.due, kinds=kinds, **texts), by=by, at=at)
    if numbers := {Kind(code): number_of(cells[code]) for code in NUMBERS if code in cells}:
        yield set_numbers(measure, numbers, by=by, at=at)
    if "progress" in cells:
        yield add_progress(measure.finding, cells["progress"], measure=measure, by=by, at=at)
    if cells.get("done") == Status.DONE:
        yield move_measure(measure, Move.FINISH, by=by, at=at)


def _tell(event: str, filling: Filling, by: Viewer, at: datetime, **after: object) -> None:
    path = by.posts[0].path if by.posts else ""
    code = filling.round.organisation.code
    told = {"round": filling.round.ref, **after}
    record(event, filling.ref, organisation=code, by=by, at=at, unit_path=path, after=told)
