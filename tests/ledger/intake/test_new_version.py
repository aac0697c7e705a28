"""A corrected letter after the first one was confirmed: only what is new is raised, and nothing in work is touched."""

import pytest

from bihuan.ledger.actions.drafts import edit_row
from bihuan.ledger.actions.intake import confirm_intake, read_again
from bihuan.ledger.models import Finding, Intake
from bihuan.ledger.queries.intake import intake_page
from bihuan.trail.models import Line
from tests.cast import NOW
from tests.ledger.conftest import done
from tests.ledger.intake.conftest import LETTER, row, texts

pytestmark = pytest.mark.django_db
CORRECTED = (
    LETTER.replace("（2）青石村“三会一课”记录缺失。\n", "")
    .replace("县农业农村局公务接待超标准", "县农业农村局公务接待严重超标准")
    .replace("（二）落实全面", "（2）柳溪乡值班备勤制度没有执行。\n（二）落实全面")
)
ONE = "/rounds/R1/import/I-02/"


@pytest.fixture
def confirmed(intake, office) -> list[Finding]:
    return done(confirm_intake(intake, by=office, at=NOW))


@pytest.fixture
def corrected(confirmed, opened) -> Intake:
    return opened(CORRECTED, "反馈意见（更正）.txt")


def changes(intake: Intake) -> dict[str, tuple[str, str]]:
    """The finding each row repeats → its place and its change."""
    rows = intake.rows.filter(finding__isnull=False).select_related("finding")
    return {each.finding.ref: (each.place, each.change) for each in rows}


def test_unchanged_rows_are_dropped_beside_their_finding_and_only_new_ones_are_rows(corrected):
    assert texts(corrected) == ["柳溪乡值班备勤制度没有执行"]
    assert changes(corrected) == {
        "F-001": ("dropped", "same"),
        "F-003": ("dropped", "same"),
        "F-004": ("dropped", "reworded"),
    }


def test_the_page_says_what_changed_and_lists_what_is_gone(as_office, corrected):
    page = as_office.get(ONE).text

    assert "文件自述 5 个问题，已列 4 行，少 1 行。" in page
    assert "与 I-01 已录入的相比：新增 1，改写 1，未变 2，不再出现 1" in page
    assert 'href="/ledger/F-002/">F-002</a> 青石村“三会一课”记录缺失' in page
    assert "县农业农村局公务接待严重超标准" in page
    assert 'href="/ledger/F-004/">F-004</a> 县农业农村局公务接待超标准' in page


def test_confirming_raises_the_new_one_and_touches_none_of_the_others(corrected, office):
    before = list(Finding.objects.order_by("number").values())

    made = done(confirm_intake(corrected, by=office, at=NOW))

    assert [(each.ref, each.text) for each in made] == [("F-005", "柳溪乡值班备勤制度没有执行")]
    assert list(Finding.objects.filter(number__lt=5).order_by("number").values()) == before


def test_a_new_wording_can_be_noted_beside_its_finding(as_office, corrected):
    before = Finding.objects.get(number=4).text
    reworded = row(corrected, "县农业农村局公务接待严重超标准")

    as_office.post(f"{ONE}rows/{reworded.number}/note/")

    line = Line.objects.get(event="finding.reworded")
    assert (line.subject, line.after, line.note) == ("F-004", {"source": "P-0002"}, reworded.text)
    assert changes(corrected)["F-004"] == ("dropped", "noted")
    assert Finding.objects.get(number=4).text == before
    assert as_office.post(f"{ONE}rows/{reworded.number}/note/", headers={"HX-Request": "true"}).status_code == 409


def test_a_new_wording_can_become_a_finding_of_its_own_or_be_left(as_office, corrected):
    reworded = row(corrected, "县农业农村局")
    number = reworded.number

    as_office.post(f"{ONE}rows/{number}/leave/")
    assert changes(corrected)["F-004"] == ("dropped", "left")
    as_office.post(f"{ONE}undo/1/")
    as_office.post(f"{ONE}rows/{number}/take/")

    assert texts(corrected) == ["柳溪乡值班备勤制度没有执行", reworded.text]


def test_what_is_undecided_is_in_doubt(corrected, office):
    shown = intake_page(office, corrected)

    assert (shown.show, shown.tally.doubts, shown.versions.undecided) == ("doubts", 1, 1)


def test_a_row_that_a_person_put_right_is_still_the_same(intake, opened, office):
    done(edit_row(row(intake, "青石村"), {"text": "青石村党支部组织生活不规范"}, by=office, at=NOW))
    done(confirm_intake(intake, by=office, at=NOW))

    assert set(changes(opened(LETTER + "附件：名单")).values()) == {("dropped", "same")}


def test_the_same_paper_again_has_nothing_new(confirmed, intake, round, office):
    again = done(read_again(round, intake.paper, by=office, at=NOW))

    assert (texts(again), again.follows, len(changes(again))) == ([], intake, 4)


def test_a_third_version_is_compared_with_what_both_before_it_made(corrected, opened, office):
    done(confirm_intake(corrected, by=office, at=NOW))

    third = opened(CORRECTED.replace("请一并核实", "请核实"), "反馈意见（再更正）.txt")

    assert texts(third) == []
    assert changes(third)["F-005"] == ("dropped", "same")


def test_another_letter_is_no_new_version(confirmed, opened):
    other = opened("关于巡察的反馈意见\n一、主要问题\n1.村级财务公开不及时。\n2.惠民补贴发放不规范。\n", "别的.txt")

    assert (other.follows, len(texts(other))) == (None, 2)


def test_an_unconfirmed_reading_is_nothing_to_compare_with(intake, opened):
    assert opened(CORRECTED, "更正.txt").follows is None


def test_two_sides_are_asked_for_in_a_fixed_number_of_queries(as_office, corrected, django_assert_max_num_queries):
    with django_assert_max_num_queries(17):
        assert as_office.get(ONE).status_code == 200
