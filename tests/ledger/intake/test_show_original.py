"""The left side: the lines near the rows that are shown, each piece knowing its rows, and gaps said as gaps."""

import pytest

from bihuan.ledger.actions import drafts
from bihuan.ledger.queries.intake import intake_page
from bihuan.ledger.queries.original import AT_ONCE, Piece, original, pieces
from tests.cast import NOW
from tests.ledger.conftest import done
from tests.ledger.intake.conftest import LETTER, row, texts

MANY = 3 * AT_ONCE
pytestmark = pytest.mark.django_db


@pytest.fixture
def long(opened):
    """A letter of many more lines than are shown at once."""
    lines = "".join(f"（{n}）第{n * 7919}号台账{n * 104729}不全。\n" for n in range(2, MANY))
    return opened(LETTER.replace("（2）青石村", lines + f"（{MANY}）青石村"))


def test_a_piece_knows_its_row_and_its_place(intake):
    shown = original(intake, [row(intake, "青石村")], first=False, last=False)

    assert [each.line.position for each in shown] == [row(intake, "青石村").first_line]
    assert shown[0].cells == ((Piece("（2）青石村“三会一课”记录缺失。", "row", (row(intake, "青石村").number,)),),)


def test_a_dropped_row_is_shown_as_dropped(intake, office):
    done(drafts.drop_row(row(intake, "青石村"), by=office, at=NOW))

    shown = original(intake, [row(intake, "青石村")], first=False, last=False)
    assert shown[0].cells[0][0].place == "dropped"


def test_pieces_joined_are_the_text():
    assert list(pieces("没有行", ())) == [Piece("没有行", "furniture")]


def test_the_first_page_begins_with_the_title_and_the_last_ends_with_the_end(intake, office):
    shown = intake_page(office, intake, show="row").original

    assert (shown[0].cells[0][0].text, shown[-1].cells[0][0].text) == (
        "关于巡视云岭县的反馈意见",
        "（一）提高政治站位，扛牢整改责任。",
    )


def test_a_page_of_a_long_letter_shows_the_lines_of_its_rows(long, office):
    page = intake_page(office, long, show="row", page="5")

    assert len(page.drafts) == 100
    assert [each.row.first_line for each in page.drafts] == [each.line.position for each in page.original]


def test_rows_far_apart_are_shown_with_gaps_between(long, office):
    far = [texts(long)[0], texts(long)[MANY // 2], texts(long)[-1]]
    long.rows.update(like="")
    long.rows.filter(text__in=far).update(low=True)

    page = intake_page(office, long)

    assert (page.show, [each.row.text for each in page.drafts]) == ("doubts", far)
    assert len(page.original) < 20
    assert sum(each.skipped > 0 for each in page.original[1:]) == 2


def test_the_page_with_a_row_is_found(long, office):
    wanted = row(long, texts(long)[250])

    page = intake_page(office, long, row=wanted.number)

    assert (page.page.number, wanted.number in page.here) == (3, True)
