"""Does a recheck look at every key finding and immediate fix, and at a fifth of the others?"""

from bihuan.ledger.models import Finding
from bihuan.people.viewer import viewer_of
from tests.cast import Cast
from tests.dispatch.made import copied, made
from tests.ledger.conftest import Walk
from tests.writing.frames import tables, texts


def test_the_sample_is_the_same_each_time(cast: Cast, walk: Walk):
    finding, still_open = walk.closed(), walk.rectifying()
    copied(Finding.objects.get(pk=finding.pk), 10)
    Finding.objects.filter(number=101).update(key=True)
    Finding.objects.filter(number=102).update(immediate=True)
    office = viewer_of(cast.office)

    data = made("recheck", office, walk.round)

    looked_at, rest = tables(data)
    assert [(row[0], row[5]) for row in looked_at[1:]] == [
        ("F-001", "抽查"),
        ("F-101", "重点关注"),
        ("F-102", "立行立改"),
        ("F-106", "抽查"),
    ]
    assert looked_at[1][2:5] == ["松河镇", "2026-03-02", "0"]
    assert [row[0] for row in rest[1:]] == [still_open.ref]
    assert "已销号 11 个问题，本次核查 4 个：重点关注和立行立改的全部核查，其余每五个核查一个。" in texts(data)
    assert made("recheck", office, walk.round) == data
