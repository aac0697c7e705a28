"""From a file to lines and rows: what is kept, what is refused, and that no sentence is lost."""

import pytest

from bihuan.ledger.actions.intake import Earlier, discard_intake, open_intake, read_again
from bihuan.ledger.actions.spread import forgotten
from bihuan.ledger.models import Finding, Intake
from bihuan.ledger.queries.intake import tally_of
from bihuan.ledger.queries.original import texts_of
from bihuan.papers.models import Paper
from bihuan.people.viewer import viewer_of
from bihuan.reading.blocks import Block, Passage, Span
from bihuan.reading.drafts import Reading
from bihuan.rules.life import Refusal
from bihuan.trail.models import Line
from tests.cast import NOW
from tests.ledger.conftest import done
from tests.ledger.intake.conftest import LETTER, row, texts

pytestmark = pytest.mark.django_db


def test_a_letter_becomes_rows_and_no_findings(intake):
    first = row(intake, "中心组学习")

    assert (intake.ref, intake.kind, intake.stated_findings) == ("I-01", "feedback", 5)
    assert texts(intake)[:2] == ["中心组学习以读代学，研讨发言照抄照搬，学用脱节", "青石村“三会一课”记录缺失"]
    assert (first.aspect, first.issue) == ("落实党中央决策部署不够到位", "理论学习不够深入")
    assert texts(intake, "suggestion") == ["（一）提高政治站位，扛牢整改责任。"]
    assert Finding.objects.count() == 0


def test_every_sentence_of_the_letter_stands_in_a_row_or_in_furniture(intake):
    blocks = texts_of(intake)
    placed = {(block, at) for each in intake.rows.all() for block, start, end in each.spans for at in range(start, end)}
    left = ["".join(c for at, c in enumerate(text) if (block, at) not in placed) for block, text in blocks.items()]

    assert [text for text in left if text.strip()] == ["关于巡视云岭县的反馈意见"]
    assert [text for text in blocks.values() if text] == LETTER.splitlines()


def test_text_that_a_reader_forgot_is_found():
    block = Block(0, "第一句。第二句。")
    reading = Reading("feedback", "", (block,), (), furniture=(Passage("第一句。", Span(0, 0, 4)),))

    assert [passage.text for passage in forgotten(reading)] == ["第二句。"]


def test_the_count_is_compared_with_what_the_letter_says(intake):
    assert str(tally_of(intake).compared) == "文件自述 5 个问题，已列 4 行，少 1 行。"


def test_the_opening_is_in_the_trail_with_its_paper_and_count(intake):
    line = Line.objects.get(event="intake.opened")

    assert (line.subject, line.actor) == ("R1", "office")
    assert line.after == {"intake": "I-01", "paper": "P-0001", "kind": "feedback", "rows": 4}


def test_the_same_file_a_second_time_leads_to_the_first_intake(intake, round, office):
    outcome = open_intake(round, name="另一个名字.txt", data=LETTER.encode(), by=office, at=NOW)

    assert outcome == Earlier(intake)
    assert (Intake.objects.count(), Paper.objects.count()) == (1, 1)


def test_a_discarded_intake_does_not_stand_in_the_way_of_its_file(intake, opened, office):
    done(discard_intake(intake, by=office, at=NOW))

    assert opened().ref == "I-02"


def test_a_paper_can_be_read_again_on_purpose(intake, round, office):
    again = done(read_again(round, intake.paper, by=office, at=NOW))

    assert (again.ref, texts(again)) == ("I-02", texts(intake))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件是空的，请检查后重新选择。"),
        (b"GIF89a" + b"\0" * 64, "这是图片，不能读出文字；请提供文字版，或把内容录入 .docx 后再上传。"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence_and_not_kept(round, office, data, reason):
    outcome = open_intake(round, name="文件", data=data, by=office, at=NOW)

    assert isinstance(outcome, Refusal)
    assert (outcome.kind, str(outcome.reason)) == ("what", reason)
    assert Paper.objects.count() == 0


def test_a_file_over_the_limit_is_refused(round, office, settings):
    settings.UPLOAD_LIMIT = 1024 * 1024
    outcome = open_intake(round, name="大文件.txt", data=b"x" * (1024 * 1024 + 1), by=office, at=NOW)

    assert str(outcome.reason) == "文件超过 1 MB 的上限，请拆分或压缩后再上传。"


def test_only_the_office_of_the_round_opens_an_intake(round, cast):
    for account in (cast.head, cast.first, cast.supervisor, cast.outsider):
        outcome = open_intake(round, name="a.txt", data=LETTER.encode(), by=viewer_of(account), at=NOW)

        assert (outcome.kind, str(outcome.reason)) == ("who", "只有整改办可以导入文件。")


def test_a_row_that_repeats_a_finding_of_the_round_is_marked(walk, opened):
    known = walk.raised()
    letter = LETTER.replace("青石村“三会一课”记录缺失", known.text)

    assert row(opened(letter), known.text).like == known.ref
