"""Does the frame of the democratic-life meeting hold the record's findings, members and meetings?"""

from bihuan.ledger.models import Meeting
from bihuan.people.viewer import viewer_of
from tests.cast import NOW, Cast
from tests.dispatch.made import made
from tests.ledger.conftest import Walk
from tests.writing.frames import tables


def test_findings_members_and_meetings_come_from_the_record(cast: Cast, walk: Walk):
    finding = walk.rectifying()
    Meeting.objects.create(
        organisation=cast.county, round=walk.round, number=1, kind="democratic", title="专题民主生活会",
        planned_on=NOW.date(), chaired_by=cast.first,
    )  # fmt: skip

    meetings, figures, checked, members = tables(made("life_meeting", viewer_of(cast.office), walk.round))

    assert meetings[1:] == [["计划召开", "2026-03-02", "—", "周正"]]
    assert figures[1] == ["反馈问题", "1", "0", "0", "0", "0.00%"]
    assert checked[1:] == [[finding.ref, "镇村两级资金监管不严", "责任没有压实", "林远", "整改中"]]
    assert [row[1] for row in members[1:]] == ["周正", "林远"]
