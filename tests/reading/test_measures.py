"""Several measures in one cell or one text."""

import pytest

from bihuan.reading.measures import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修订制度，印发方案。", ("修订制度，印发方案",)),
        ("1.修订制度。2.开展培训。", ("修订制度", "开展培训")),
        ("1、修订制度\n2、开展培训", ("修订制度", "开展培训")),
        ("修订制度\n开展培训", ("修订制度", "开展培训")),
        ("一是修订制度；二是开展3.5次培训。", ("修订制度", "开展3.5次培训")),
        ("（1）完善制度；\n（2）健全机制。", ("完善制度", "健全机制")),
        ("①完善制度②健全机制", ("完善制度", "健全机制")),
        ("开展专题教育；完善制度", ("开展专题教育", "完善制度")),
        ("整改措施：1.完善制度；2.健全机制", ("完善制度", "健全机制")),
        ("投入1.2亿元；新建2.5公里道路", ("投入1.2亿元", "新建2.5公里道路")),
        ("", ()),
    ],
)
def test_a_text_is_cut_into_its_measures(text: str, expected: tuple[str, ...]) -> None:
    assert measures(text) == expected
