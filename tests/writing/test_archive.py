"""Does the list of the archive number what is kept, count its groups, and hold the whole check values?"""

from bihuan.say import say
from bihuan.writing.archive import ArchivePaper, Filed, write_archive, write_archive_sheet
from tests.writing.frames import HEADING, sheets, tables, texts

HASH = "0123456789abcdef" * 4
PAPER = ArchivePaper(
    HEADING,
    (
        Filed(1, say("来文"), "P-0001", "反馈意见", "2026-02-20", HASH),
        Filed(2, say("佐证材料"), "P-0002", "办法", "2026-03-01", HASH, "F-001-1"),
        Filed(3, say("佐证材料"), "P-0003", "纪要", "2026-03-02", HASH, "F-001-1"),
    ),
)


def test_the_paper_counts_the_groups_and_shows_the_beginning_of_each_value():
    data = write_archive(PAPER)

    assert "共 3 件：来文 1 件，佐证材料 2 件。" in texts(data)
    assert tables(data)[0][2] == ["2", "佐证材料", "P-0002", "办法", "2026-03-01", "", "", HASH[:16], "F-001-1"]


def test_the_workbook_has_the_whole_value():
    assert sheets(write_archive_sheet(PAPER))["归档目录"][1][7] == HASH


def test_nothing_kept_is_said():
    assert "无。" in texts(write_archive(ArchivePaper(HEADING, ())))
