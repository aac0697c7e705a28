"""How does a letter go from the record to the unit and back, and what of it stays for good?"""

from bihuan.ledger.models import Finding
from bihuan.papers.models import Paper
from bihuan.papers.queries import open_file
from bihuan.rules.letter import Move, Status
from bihuan.rules.life import Refusal
from bihuan.trail.queries import lines_of
from bihuan.watch.actions.letters import draft, revise
from bihuan.watch.models import Letter
from tests.ledger.conftest import done
from tests.watch.letters import TERM, Post

SKIPPED = "省委巡视组要求直接告诫"


def refused(outcome: object) -> tuple[str, list[str]]:
    assert isinstance(outcome, Refusal)
    return outcome.kind, [str(text) for text in outcome.missing] or [str(outcome.reason)]


def test_a_draft_says_what_the_record_says(post: Post):
    letter = Letter.objects.get(pk=post.drafted().pk)

    assert letter.text.split("\n") == [
        "省委第三巡视组反馈的下列 1 个问题由你单位牵头整改。截至 2026-03-02，台账记载的情况如下：",
        "1. F-001“镇村两级资金监管不严”，2026-03-02 起由你单位整改。整改时限 2026-08-31，还有 126 个工作日。"
        "1 条措施中 1 条没有完成，1 条没有佐证材料。"
        "你单位承诺而未完成的措施：修订村级资金管理办法（镇财政所，2026-06-30）。",
        "请对照反馈问题和整改措施，逐项明确责任人和完成时间，抓紧推进，未完成的措施按计划办结并附佐证材料。",
    ]
    assert letter.facts == [
        {
            "ref": "F-001",
            "text": "镇村两级资金监管不严",
            "since": "2026-03-02",
            "deadline": "2026-08-31",
            "due": "2026-08-31",
            "late": -126,
            "measures": 1,
            "open": 1,
            "unproved": 1,
            "granted": 0,
            "refused": 0,
            "promised": ["修订村级资金管理办法（镇财政所，2026-06-30）"],
        }
    ]


def test_a_whole_life_leaves_its_lines(post: Post):
    cast = post.walk.cast
    letter = done(post.move(post.answered(), Move.CLOSE, cast.office, "已核"))

    assert (letter.status, letter.holder, letter.document_number) == ("closed", "", "改督〔2026〕1号")
    assert (letter.signed_by, letter.answer, letter.approved_by) == (cast.handler, "已补齐措施。", cast.leader)
    lines = list(reversed(lines_of(cast.county.code, "L-001")))
    assert [(line.event, line.actor) for line in lines] == [
        ("letter.drafted", "office"),
        ("letter.submitted", "office"),
        ("letter.approved", "leader"),
        ("letter.issued", "office"),
        ("letter.signed", "handler"),
        ("letter.answered", "head"),
        ("letter.closed", "office"),
    ]
    assert all(line.after["findings"] == ["F-001"] for line in lines)


def test_what_was_issued_is_kept_as_a_file_and_its_hash_stands_in_the_trail(post: Post):
    letter = post.issued()

    paper = Paper.objects.get()
    assert (letter.paper, paper.unit, paper.name) == (paper, post.walk.cast.town, "改督〔2026〕1号（松河镇）.docx")
    with open_file(paper) as file:
        assert file.read(2) == b"PK"
    line = lines_of(post.walk.cast.county.code, "L-001").first()
    assert (line.after["hash"], line.after["answer_due"]) == (paper.hash, "2026-03-16")


def test_numbers_are_given_at_issue_without_gaps_for_each_kind(post: Post):
    first, dropped, second = post.approved(), post.approved(), post.approved()
    done(post.move(dropped, Move.CANCEL, post.walk.cast.office, "不再需要"))
    for letter in (first, second):
        done(post.move(letter, Move.ISSUE, post.walk.cast.office))
    post.issued("guidance")

    numbers = Letter.objects.order_by("number").values_list("document_number", flat=True)
    assert list(numbers) == ["改督〔2026〕1号", "", "改督〔2026〕2号", "改导〔2026〕1号"]


def test_a_number_stays_with_a_letter_that_was_recalled(post: Post):
    done(post.move(post.issued(), Move.RECALL, post.walk.cast.office, "单位写错"))
    assert post.issued().document_number == "改督〔2026〕2号"


def test_a_step_is_skipped_only_with_a_reason(post: Post):
    office = post.walk.cast.office
    hasty = post.drafted("admonition", term=TERM)
    assert refused(post.move(hasty, Move.SUBMIT, office)) == ("what", ["越级使用的，已写明理由"])

    done(revise(hasty, hasty.text, term=TERM, skip_reason=SKIPPED, by=post.walk.by(office), at=post.walk.later()))
    assert done(post.move(hasty, Move.SUBMIT, office)).status == Status.PENDING


def test_a_step_that_was_recalled_does_not_count(post: Post):
    done(post.move(post.issued(), Move.RECALL, post.walk.cast.office, "发错"))
    outcome = post.move(post.drafted("guidance"), Move.SUBMIT, post.walk.cast.office)
    assert refused(outcome) == ("what", ["越级使用的，已写明理由"])


def test_the_leader_does_not_approve_what_is_the_first_responsibles(post: Post):
    cast = post.walk.cast
    letter = done(post.move(post.drafted("admonition", term=TERM, skip_reason=SKIPPED), Move.SUBMIT, cast.office))
    assert refused(post.move(letter, Move.APPROVE, cast.leader))[0] == "who"
    assert done(post.move(letter, Move.APPROVE, cast.first)).status == Status.APPROVED


def test_a_new_final_date_holds_from_the_issue_and_the_original_stays(post: Post):
    letter = post.issued("admonition", post.walk.cast.first, term=TERM, skip_reason=SKIPPED)

    finding = Finding.objects.get()
    assert (finding.deadline.isoformat(), finding.due) == ("2026-08-31", TERM)
    assert finding.extensions.get().reason == letter.document_number


def test_a_letter_whose_date_cannot_be_moved_is_not_issued(post: Post):
    """Nothing of it: no number, no file, no line."""
    letter = post.approved("admonition", post.walk.cast.first, term=TERM, skip_reason=SKIPPED)
    Finding.objects.update(deadline=TERM, due=TERM)

    assert refused(post.move(letter, Move.ISSUE, post.walk.cast.office))[0] == "what"
    letter.refresh_from_db()
    assert (letter.status, letter.document_number, Paper.objects.count()) == ("approved", "", 0)


def test_a_submitted_text_is_not_changed(post: Post):
    office = post.walk.cast.office
    letter = done(post.move(post.drafted(), Move.SUBMIT, office))
    outcome = revise(letter, "另写", by=post.walk.by(office), at=post.walk.later())
    assert refused(outcome) == ("when", ["L-001 已提交，不能再改；需要修改的请审批人退回。"])


def test_a_letter_goes_only_to_the_unit_that_leads_the_finding(post: Post):
    cast, walk = post.walk.cast, post.walk
    outcome = draft(walk.round, cast.farming, "notice", [post.finding], by=walk.by(cast.office), at=walk.later())
    assert refused(outcome) == ("what", ["请至少选择一个由县农业农村局牵头、没有销号的反馈问题。"])
    outcome = draft(walk.round, cast.town, "notice", [post.finding], by=walk.by(cast.head), at=walk.later())
    assert refused(outcome) == ("who", ["督办文书由整改办起草。"])


def test_a_text_with_a_mark_of_secrecy_is_not_issued(post: Post):
    office = post.walk.cast.office
    letter = post.drafted()
    done(revise(letter, "机密★1年\n请整改。", by=post.walk.by(office), at=post.walk.later()))
    letter = done(post.move(letter, Move.SUBMIT, office))
    letter = done(post.move(letter, Move.APPROVE, post.walk.cast.leader))

    assert refused(post.move(letter, Move.ISSUE, office))[0] == "what"
    letter.refresh_from_db()
    assert (letter.status, letter.paper) == ("approved", None)
