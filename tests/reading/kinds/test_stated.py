"""The number of findings that a document itself states."""

import pytest

from bihuan.reading.kinds.stated import stated_findings


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("反馈35个具体问题", 35),
        ("共指出4个方面32个问题。", 32),
        ("发现问题189个，其中立行立改问题32个", 189),
        ("反馈的697个问题已完成688个", 697),
        ("四个方面、十三个问题", 13),
        ("巡察反馈的12方面32个问题", 32),
        ("6个立行立改问题和15件信访件", None),
        ("移交3个问题线索", None),
        ("一些问题", None),
    ],
)
def test_the_number_is_read_from_the_text(text: str, count: int | None) -> None:
    assert stated_findings([text]) == count


def test_specific_findings_outweigh_other_counts() -> None:
    assert stated_findings(["4个方面40个问题", "26个具体问题"]) == 26
