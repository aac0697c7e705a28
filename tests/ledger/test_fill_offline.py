"""A list is filled in without the system and comes back: what may be changed changes, after a look at all of it."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bihuan.ledger.actions import filling as actions
from bihuan.ledger.actions.filling import apply_filling, look, take_back
from bihuan.ledger.actions.plan import save_plan
from bihuan.ledger.actions.work import ProofText, attach_evidence
from bihuan.ledger.models import Filling, Finding, MeasureKind
from bihuan.ledger.queries.filling_changes import Change, Preview
from bihuan.ledger.queries.filling_values import fill_sheets
from bihuan.ledger.queries.findings import findings_for
from bihuan.ledger.queries.papers import heading
from bihuan.people.models import Account
from bihuan.people.viewer import viewer_of
from bihuan.rules.filling import Verdict
from bihuan.rules.finding import Move
from bihuan.rules.life import Refusal
from bihuan.rules.measure import Kind
from bihuan.say import say
from bihuan.trail.answers import words
from bihuan.trail.models import Line
from bihuan.writing.filling import Ticket, write_filling
from tests.ledger.conftest import Walk, done


@dataclass
class Desk:
    """Somebody's list on the own computer."""

    walk: Walk
    who: Account
    data: bytes

    def sheet(self, name: str) -> tuple[BytesIO, object, Worksheet]:
        book = load_workbook(BytesIO(self.data))
        return book, book[name]

    def fill(self, sheet: str, ref: str, **cells: str) -> "Desk":
        """Type into the row of a thing, by the titles of the columns."""
        book, page = self.sheet(sheet)
        titles = {cell.value: cell.column for cell in page[4]}
        row = next(row for row in range(5, page.max_row + 1) if page.cell(row, 2).value == ref)
        for title, text in cells.items():
            page.cell(row, titles[title]).value = text
        self.keep(book)
        return self

    def keep(self, book: object) -> None:
        out = BytesIO()
        book.save(out)
        self.data = out.getvalue()

    def sent(self) -> Filling:
        by = viewer_of(self.who)
        return done(take_back(self.walk.round, name="填报.xlsx", data=self.data, by=by, at=self.walk.later()))

    def preview(self) -> Preview:
        return done(look(self.sent(), by=viewer_of(self.who)))

    def confirmed(self, *take: str) -> Filling:
        filling, by = self.sent(), viewer_of(self.who)
        seen = done(look(filling, by=by)).seen
        return done(apply_filling(filling, take=take, seen=seen, by=by, at=self.walk.later()))


def exported(walk: Walk, who: Account, at: datetime | None = None) -> Desk:
    viewer, out = viewer_of(who), BytesIO()
    sheets = fill_sheets(findings_for(viewer).filter(round=walk.round), viewer)
    head = heading(viewer, walk.round, at=at or walk.later())
    write_filling(out, sheets, heading=head, ticket=Ticket("yunling", "R1"), speak=words)
    return Desk(walk, who, out.getvalue())


def told(changes: list[Change]) -> list[tuple[str, str, str, str]]:
    return [(change.key, change.place, change.now, change.filled) for change in changes]


@pytest.fixture
def finding(walk: Walk) -> Finding:
    return walk.rectifying()


def test_an_untouched_list_changes_nothing(walk, cast, finding) -> None:
    assert exported(walk, cast.head).preview() == Preview((), ())


def test_progress_is_added_to_the_finding_and_to_its_measure(walk, cast, finding, events) -> None:
    desk = exported(walk, cast.head)
    desk.fill("问题", finding.ref, 新进展="已召开专题会").fill("措施", f"{finding.ref}-1", 新进展="办法已起草")

    assert desk.confirmed().changes == 2
    assert [(entry.measure_id is None, entry.text) for entry in finding.progress.all()] == [
        (False, "办法已起草"),
        (True, "已召开专题会"),
    ]
    assert events(finding)[-2:] == ["progress.added", "progress.added"]


def test_a_plan_is_written_while_the_finding_is_claimed(walk, cast) -> None:
    finding = walk.claimed()
    desk = exported(walk, cast.head).fill("问题", finding.ref, 原因剖析="制度缺失", 整改目标="年底前建成制度")

    assert told(desk.preview().taken) == [
        (f"{finding.ref}:cause", "G5", "", "制度缺失"),
        (f"{finding.ref}:goal", "H5", "", "年底前建成制度"),
    ]
    desk.confirmed()
    finding.refresh_from_db()
    assert (finding.cause, finding.goal) == ("制度缺失", "年底前建成制度")


def test_a_plan_may_not_be_rewritten_once_it_is_approved(walk, cast, finding) -> None:
    preview = exported(walk, cast.head).fill("问题", finding.ref, 整改目标="另一个目标").preview()

    assert (preview.taken, [change.key for change in preview.refused]) == ([], [f"{finding.ref}:goal"])


def test_a_measure_is_counted_and_marked_done_in_one_row(walk, cast, finding) -> None:
    measure = finding.measures.get()
    MeasureKind.objects.create(measure=measure, kind=Kind.LOSS.value)
    head = viewer_of(cast.head)
    proof = ProofText("办法", document_date=walk.at.date())
    done(attach_evidence(measure, walk.paper(), proof, by=head, at=walk.later()))
    desk = exported(walk, cast.head).fill("措施", measure.ref, **{"挽回损失（万元）": "3.50", "是否完成": "已完成"})

    assert desk.confirmed().changes == 2
    measure.refresh_from_db()
    assert (measure.status, str(measure.kinds.get().number)) == ("done", "3.50")


def test_a_measure_without_proof_is_not_marked_done(walk, cast, finding) -> None:
    preview = exported(walk, cast.head).fill("措施", f"{finding.ref}-1", 是否完成="已完成").preview()

    assert [[str(text) for text in change.refusal.missing] for change in preview.refused] == [["至少有一份佐证材料"]]


def test_a_measure_is_taken_up_again_with_a_reason(walk, cast, finding) -> None:
    finding = walk.proved(finding)
    ref = f"{finding.ref}-1"
    without = exported(walk, cast.head).fill("措施", ref, 是否完成="未完成").preview()
    exported(walk, cast.head).fill("措施", ref, 是否完成="未完成", 恢复为未完成的理由="办法要重印").confirmed()

    assert [str(change.refusal.reason) for change in without.refused] == ["请写明理由。"]
    assert finding.measures.get().status == "open"
    assert Line.objects.filter(event="measure.resumed").get().note == "办法要重印"


def test_the_office_names_the_person_and_a_unit_may_not(walk, cast, finding) -> None:
    refused = exported(walk, cast.head).fill("问题", finding.ref, 责任人="吴敏").preview().refused
    exported(walk, cast.office).fill("问题", finding.ref, 责任人="吴敏").confirmed()

    assert [str(change.refusal.reason) for change in refused] == ["这一步不由您办理。"]
    assert Finding.objects.get().handler == cast.handler


def test_a_locked_column_that_was_edited_is_told_and_left(walk, cast, finding) -> None:
    refused = exported(walk, cast.head).fill("问题", finding.ref, 整改时限="2027-01-01").preview().refused

    assert [(c.place, c.now, c.filled, str(c.refusal.reason)) for c in refused] == [
        ("E5", "2026-08-31", "2027-01-01", "这一列不在表里填写，改动没有采用；要改请在页面上办理。")
    ]


def test_a_conflict_names_who_and_when_and_leaves_the_choice(walk, cast) -> None:
    finding = walk.claimed()
    desk = exported(walk, cast.head).fill("问题", finding.ref, 整改目标="表里的目标", 原因剖析="表里的原因")
    at = walk.later()
    done(save_plan(finding, cause="", goal="页面上的目标", by=viewer_of(cast.handler), at=at))

    conflict = desk.preview().conflicts[0]
    assert (conflict.now, conflict.filled, conflict.meanwhile.by, conflict.meanwhile.at) == (
        "页面上的目标",
        "表里的目标",
        "吴敏",
        at,
    )
    desk.confirmed()
    finding.refresh_from_db()
    assert (finding.cause, finding.goal) == ("表里的原因", "页面上的目标")
    desk.confirmed(f"{finding.ref}:goal")
    finding.refresh_from_db()
    assert finding.goal == "表里的目标"


def test_the_same_progress_is_not_added_twice(walk, cast, finding) -> None:
    desk = exported(walk, cast.head).fill("问题", finding.ref, 新进展="已召开专题会")
    desk.confirmed()

    assert [change.verdict for change in desk.preview().changes] == [Verdict.THERE]


def test_what_changed_after_the_preview_is_shown_again_first(walk, cast) -> None:
    finding, head = walk.claimed(), viewer_of(cast.head)
    filling = exported(walk, cast.head).fill("问题", finding.ref, 整改目标="表里的目标").sent()
    seen = done(look(filling, by=head)).seen
    done(save_plan(finding, cause="", goal="别的目标", by=head, at=walk.later()))

    outcome = apply_filling(filling, take=[], seen=seen, by=head, at=walk.later())
    assert (outcome.kind, str(outcome.reason)) == ("when", "预览之后台账又有变动，还没有更新；请看过新的预览再确认。")


def test_a_list_is_confirmed_once_and_by_its_sender(walk, cast, finding) -> None:
    desk = exported(walk, cast.head).fill("问题", finding.ref, 新进展="已召开专题会")
    filling, office, head = desk.sent(), viewer_of(cast.office), viewer_of(cast.head)
    seen = done(look(filling, by=head)).seen
    first = apply_filling(filling, take=[], seen=seen, by=office, at=walk.later())
    done(apply_filling(filling, take=[], seen=seen, by=head, at=walk.later()))
    again = apply_filling(filling, take=[], seen=seen, by=head, at=walk.later())

    assert (first.kind, again.kind, finding.progress.count()) == ("who", "when", 1)


def test_a_finding_that_went_to_another_unit_is_left_alone(walk, cast, finding) -> None:
    desk = exported(walk, cast.head).fill("问题", finding.ref, 新进展="已召开专题会")
    done(walk.move(finding, Move.TRANSFER, cast.office, note="归口调整", unit=cast.farming))

    preview = desk.preview()
    assert preview.changes == ()
    assert [str(fault) for fault in preview.faults] == [
        f"“问题”表第 5 行（{finding.ref}）不在您能看到的台账里，可能其间已改派或删除，没有采用。"
    ]


@pytest.mark.parametrize("place", ["A3", "C3", "F3", "G6", "I6"])
def test_a_hidden_sheet_that_was_written_over_takes_nothing(walk, cast, finding, place) -> None:
    desk = exported(walk, cast.head).fill("问题", finding.ref, 新进展="已召开专题会")
    book, _ = desk.sheet("问题")
    book["bihuan"][place].value = "改过"
    desk.keep(book)
    outcome = take_back(walk.round, name="填报.xlsx", data=desk.data, by=viewer_of(cast.head), at=walk.later())

    if not isinstance(outcome, Refusal):
        assert done(look(outcome, by=viewer_of(cast.head))).taken == []


def test_a_list_with_a_mark_of_secrecy_is_not_kept(walk, cast, finding) -> None:
    desk = exported(walk, cast.head).fill("问题", finding.ref, 新进展="机密★10年")
    outcome = take_back(walk.round, name="填报.xlsx", data=desk.data, by=viewer_of(cast.head), at=walk.later())

    assert (outcome.kind, "机密" in str(outcome.reason), Filling.objects.count()) == ("what", True, 0)


def test_a_list_of_another_round_or_county_is_refused(walk, cast, finding) -> None:
    desk = exported(walk, cast.head)
    reasons = []
    for organisation, round in (("yunling", "R2"), ("wangchuan", "R1")):
        book, _ = desk.sheet("问题")
        book["bihuan"]["C1"].value, book["bihuan"]["D1"].value = organisation, round
        desk.keep(book)
        head = viewer_of(cast.head)
        outcome = take_back(walk.round, name="填报.xlsx", data=desk.data, by=head, at=walk.later())
        reasons.append(str(outcome.reason))

    assert reasons == [
        "这是 R2 的填报表，这里是 R1“省委巡视”；请到那一轮里上传。",
        "这份填报表不是从本单位的系统导出的，没有采用。",
    ]


def test_nothing_is_made_when_one_of_the_changes_fails(walk, cast, finding, monkeypatch) -> None:
    desk = (
        exported(walk, cast.head).fill("问题", finding.ref, 新进展="一").fill("措施", f"{finding.ref}-1", 新进展="二")
    )
    filling, head = desk.sent(), viewer_of(cast.head)
    seen = done(look(filling, by=head)).seen
    refusals = iter([None, Refusal("when", say("其间已变。"))])
    real = actions.add_progress
    monkeypatch.setattr(actions, "add_progress", lambda *a, **k: next(refusals) or real(*a, **k))
    outcome = apply_filling(filling, take=[], seen=seen, by=head, at=walk.later())

    filling.refresh_from_db()
    assert (str(outcome.reason), finding.progress.count(), filling.applied_at) == ("其间已变。", 0, None)
