"""Why this date? The page of a finding tells the original, each extension and each pause, and the date that holds."""

from datetime import date, datetime, time

from bihuan.ledger.actions.extensions import ask_extension, move_extension
from bihuan.ledger.queries.card import finding_card
from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import change_rule
from bihuan.rules.extension import Move as Extend
from bihuan.rules.finding import Move
from tests.cast import NOW
from tests.ledger.conftest import Walk, done

ORIGINAL = (
    "原定时限是 2026-08-31（周一），由整改办确定。",
    "集中整改期结束：2026-08-20（周四），反馈（2026-02-20）起 6 个月。",
)


def lines(walk: Walk) -> tuple[list[str], list[str]]:
    """Of the finding, and of its measure."""
    card = finding_card(viewer_of(walk.cast.office), "F-001", now=walk.later())
    return [str(line) for line in card.why_due], [str(line) for line in card.measures[0].why_due]


def on(walk: Walk, day: date) -> None:
    walk.at = datetime.combine(day, time(9), NOW.tzinfo)


def test_a_date_that_was_never_moved_says_where_it_comes_from(walk: Walk) -> None:
    walk.rectifying()
    assert lines(walk) == ([*ORIGINAL], ["原定时限是 2026-06-30（周二），写在整改方案里。"])


def test_a_date_that_the_rules_give_has_all_their_reasons(walk: Walk) -> None:
    walk.rectifying(deadline="2026-08-20")
    assert lines(walk)[0][:4] == [
        "原定时限是 2026-08-20（周四），由整改办确定。",
        "这一天是集中整改期结束。",
        "规则：反馈（2026-02-20）起 6 个月。",
        "依据：《中国共产党巡视工作条例》2024 年修订：集中整改期限由 2 个月改为 6 个月",
    ]


def test_every_extension_is_told_whatever_became_of_it(walk: Walk) -> None:
    finding = walk.rectifying()
    head, leader = walk.by(walk.cast.head), walk.by(walk.cast.leader)
    on(walk, date(2026, 8, 3))
    first = done(ask_extension(finding, wanted=date(2026, 9, 10), reason="人手不足。", by=head, at=walk.later()))
    done(move_extension(first, Extend.REFUSE, by=leader, at=walk.later(), note="请抓紧"))
    second = done(ask_extension(finding, wanted=date(2026, 9, 15), reason="汛期影响施工", by=head, at=walk.later()))
    on(walk, date(2026, 8, 4))
    done(move_extension(second, Extend.APPROVE, by=leader, at=walk.later()))
    done(ask_extension(finding, wanted=date(2026, 10, 15), reason="等候验收", by=head, at=walk.later()))
    measure = finding.measures.get()
    on(walk, date(2026, 6, 20))
    done(ask_extension(finding, measure=measure, wanted=date(2026, 7, 9), reason="汛期", by=head, at=walk.later()))
    assert lines(walk) == (
        [
            *ORIGINAL,
            f"2026-08-03 {head.name}申请从 2026-08-31 延至 2026-09-10，理由：人手不足；"
            f"2026-08-03 {leader.name}未同意，时限不变。",
            f"2026-08-03 {head.name}申请从 2026-08-31 延至 2026-09-15，理由：汛期影响施工；"
            f"2026-08-04 {leader.name}同意。",
            f"2026-08-04 {head.name}申请从 2026-09-15 延至 2026-10-15，理由：等候验收；等候第一责任人审批，时限不变。",
            "现在的时限是 2026-09-15（周二），原定时限保留。",
        ],
        [
            "原定时限是 2026-06-30（周二），写在整改方案里。",
            f"2026-06-20 {head.name}申请从 2026-06-30 延至 2026-07-09，理由：汛期；等候责任领导审批，时限不变。",
        ],
    )


def test_pauses_are_told_with_the_days_and_the_one_that_still_lasts_says_so(walk: Walk) -> None:
    office = viewer_of(walk.cast.office)
    done(change_rule(walk.round, name="pauses", value="approver", source="县委规定", by=office, at=NOW))
    finding = walk.proved(walk.rectifying())
    on(walk, date(2026, 8, 20))
    finding = done(walk.move(finding, Move.APPLY, walk.cast.head, signed_name=walk.cast.head.name))
    on(walk, date(2026, 8, 25))
    done(walk.move(finding, Move.APPROVE, walk.cast.leader))
    assert lines(walk)[0] == [
        *ORIGINAL,
        "2026-08-20 至 2026-08-25 在责任领导手里，停止计时 3 个工作日，从 2026-08-31 顺延到 2026-09-03。",
        "现在的时限是 2026-09-03（周四），原定时限保留。",
        "2026-08-25 起在整改办手里，停止计时，交出时按用去的工作日顺延。",
    ]


def test_the_page_shows_it_beside_the_date(walk: Walk, as_head) -> None:
    walk.rectifying()
    page = as_head.get("/ledger/F-001/").content.decode()
    assert "怎么算出来的" in page
    assert [line in page for line in ORIGINAL] == [True, True]
