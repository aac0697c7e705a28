"""A template says what the record says: placeholders in runs, rows that repeat, and nothing that runs."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from bihuan.say import say
from bihuan.writing.plan import PlanPaper
from bihuan.writing.template import fill, starter
from tests.writing.samples import RECEPTION
from tests.writing.templates import EMPTY, PAPER, filled, lines, parts, rows, saying, with_row

STAMP = "数据截至：2026-03-31 09:05　留痕末端：66c7f0f4"


@pytest.mark.parametrize(
    "text", ["{{单位名称}}", "{{ organisation }}", "｛｛单位名称｝｝", "〔单位名称〕", "{{ 单位 名称 }}"]
)
def test_a_name_is_written_in_chinese_or_english_and_in_three_brackets(text):
    assert lines(filled(saying(f"致{text}：")))[0] == "致中共云岭县委："


def test_a_year_in_its_brackets_is_no_placeholder():
    assert (
        lines(filled(saying("云巡改〔2026〕3号 〔20××〕 {{巡视组}}")))[0] == "云巡改〔2026〕3号 〔20××〕 省委第三巡视组"
    )


def test_a_placeholder_over_several_runs_takes_the_looks_of_its_first():
    document = docx.Document()
    paragraph = document.add_paragraph("共 ")
    paragraph.add_run("{").bold = True
    for piece in ("{统计.", "反馈问题", ".总数}", "} 个，", "已销号 {{统计.反馈问题.已销号}} 个"):
        paragraph.add_run(piece)

    (made, _stamp) = filled(document).paragraphs

    assert made.text == "共 2 个，已销号 1 个"
    assert [run.text for run in made.runs if run.bold] == ["2"]


def test_a_row_repeats_for_each_finding_and_its_measures_are_lines():
    made = filled(
        with_row("{{#问题}}{{问题.编号}}", "{{rows.text}}", "{{问题.措施.内容}}", "{{问题.重点关注}}{{/问题}}")
    )

    assert rows(made) == [
        ["", "", "", ""],
        ["F-001", RECEPTION.text, "修订接待管理办法；严格审批\n开展专项检查", "是"],
        ["F-002", "村级账目公开不及时。", "", "否"],
    ]


def test_rows_with_only_a_mark_go_and_those_between_repeat():
    document = docx.Document()
    table = document.add_table(rows=4, cols=2)
    for row, cells in zip(
        table.rows, [("{{#问题}}", ""), ("{{问题.编号}}", "{{轮次}}"), ("", "完"), ("", "{{/问题}}")], strict=True
    ):
        row.cells[0].text, row.cells[1].text = cells

    assert rows(filled(document)) == [["F-001", "R2"], ["", "完"], ["F-002", "R2"], ["", "完"]]


def test_paragraphs_and_whole_tables_repeat():
    document = saying("{{#问题}}", "{{问题.编号}}　{{问题.内容}}")
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "{{问题.整改时限}}"
    document.add_paragraph("{{/问题}}")

    made = filled(document)

    assert lines(made) == [f"F-001　{RECEPTION.text}", "", "F-002　村级账目公开不及时。", "", STAMP]
    assert [rows(made, table) for table in (0, 1)] == [[["2026-03-31"]], [[""]]]


def test_marks_in_one_paragraph_repeat_it():
    assert (
        lines(filled(saying("{{#责任分工}}{{责任分工.姓名}}，{{责任分工.职务}}{{/责任分工}}")))[0] == "王成，县委书记"
    )


def test_nothing_to_repeat_leaves_the_head_and_an_empty_table_goes():
    assert rows(filled(with_row("{{#问题}}{{问题.编号}}{{/问题}}"), EMPTY)) == [[""]]
    assert filled(with_row("{{#问题}}{{问题.编号}}{{/问题}}", head=False), EMPTY).tables == []


def test_headers_and_footers_are_filled():
    document = saying("正文")
    document.sections[0].header.paragraphs[0].text = "{{标题}}"
    document.sections[0].footer.paragraphs[0].text = "截至{{数据截至}}，{{留痕末端}}"

    made = filled(document)

    (section,) = made.sections
    assert (section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == (
        "云岭县巡视反馈意见", "截至2026-03-31 09:05，66c7f0f4"
    )  # fmt: skip
    assert lines(made) == ["正文"]


def test_what_leaves_out_the_moment_gets_it_at_its_end():
    assert lines(filled(saying("{{轮次}}"))) == ["R2", STAMP]


def test_what_is_put_in_is_not_looked_at_again():
    sly = replace(PAPER, group="{{单位名称}}〔轮次〕{{#问题}}", rows=(replace(RECEPTION, text="{{轮次}}"),))
    document = saying("{{巡视组}}", "{{#问题}}{{问题.内容}}{{/问题}}")

    assert lines(filled(document, sly))[:2] == ["{{单位名称}}〔轮次〕{{#问题}}", "{{轮次}}"]


def test_of_many_placeholders_none_is_left():
    with ZipFile(BytesIO(starter(PlanPaper, say("整改方案")))) as archive:
        made = {name: archive.read(name) for name in archive.namelist()}
    paper = replace(PAPER, rows=tuple(replace(RECEPTION, ref=f"F-{number:03d}") for number in range(60)))

    written = docx.Document(BytesIO(fill(made, paper)))

    assert "{{" in made["word/document.xml"].decode()
    assert [line for line in lines(written) if "{{" in line] == []
    assert [row[0] for row in rows(written, 2)[1:]] == [row.ref for row in paper.rows]


def test_the_same_template_and_values_give_the_same_bytes():
    made = parts(with_row("{{#问题}}{{问题.编号}}", "{{问题.内容}}{{/问题}}"))

    assert fill(made, PAPER) == fill(made, PAPER)
    assert docx.Document(BytesIO(fill(made, PAPER))).tables
