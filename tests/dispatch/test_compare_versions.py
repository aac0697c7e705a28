"""Two versions are compared row by row: what came, what went, and which cells differ, from what to what."""

from bihuan.dispatch.actions import drafting
from bihuan.dispatch.compare import Change, changes
from bihuan.dispatch.queries import outgoing as queries
from tests.cast import NOW


def row(name: str, **cells: str) -> dict:
    return {"row": name, "table": "任务清单", "cells": [["序号", name], *map(list, cells.items())]}


OLD = [
    {"text": "一、总体要求"},
    row("F-001", 整改时限="2026-06-30", 完成情况="未完成"),
    row("F-002", 整改时限="2026-06-30"),
    row("F-003", 整改时限="2026-06-30"),
]


def test_a_row_keeps_its_name_when_its_cells_change():
    new = [OLD[0], row("F-001", 整改时限="2026-08-31", 完成情况="已完成"), *OLD[2:]]
    cells = (("整改时限", "2026-06-30", "2026-08-31"), ("完成情况", "未完成", "已完成"))
    assert changes(OLD, new) == [Change("changed", "任务清单 F-001", cells)]


def test_rows_come_and_go():
    new = [*OLD[:2], OLD[3], row("F-004", 整改时限="2026-09-30")]
    assert changes(OLD, new) == [
        Change("removed", "任务清单 F-002", (("序号", "F-002", ""), ("整改时限", "2026-06-30", ""))),
        Change("added", "任务清单 F-004", (("序号", "", "F-004"), ("整改时限", "", "2026-09-30"))),
    ]


def test_a_reworded_paragraph_is_changed_and_another_one_came_and_went():
    old = [{"text": "共反馈 36 个问题，已销号 12 个。"}, {"text": "下一步打算如下。"}]
    new = [{"text": "共反馈 35 个问题，已销号 12 个。"}, {"text": "附件另发"}]
    assert changes(old, new) == [
        Change("changed", "", (("", "共反馈 36 个问题，已销号 12 个。", "共反馈 35 个问题，已销号 12 个。"),)),
        Change("removed", "", (("", "下一步打算如下。", ""),)),
        Change("added", "", (("", "", "附件另发"),)),
    ]


def test_the_same_is_no_change():
    assert changes(OLD, list(OLD)) == []


def test_the_page_shows_what_changed_between_two_versions_of_the_record(desk, walk, as_office, as_head):
    outgoing = desk.made("ledger")
    finding = walk.assigned()
    drafting.draft_again(outgoing, by=desk.office, at=NOW)
    desk.made("register")
    key = outgoing.ref

    page = as_office.get(f"/dispatch/{key}/compare/").text
    assert finding.text in page
    assert finding.ref in page
    assert as_head.get(f"/dispatch/{key}/compare/").status_code == 404
    assert [version.label for version in queries.comparable(desk.office, outgoing)] == ["V2", "V1"]
    same = as_office.get(f"/dispatch/{key}/compare/?old={key}.V1&new={key}.V1").text
    assert "两个版本的文字没有不同" in same
    assert "请选择两个版本" in as_office.get(f"/dispatch/{key}/compare/?old=x&new=y").text
