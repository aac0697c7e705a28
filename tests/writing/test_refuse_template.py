"""A template with a fault is refused with the place, the words around it, and what to do."""

import docx

from tests.writing.templates import faults, saying, with_row

LIST = "请对照占位符清单改正。"


def test_an_unknown_name_is_told_with_its_paragraph():
    assert faults(saying("首段", "请{{单位名字}}于近日报送")) == [
        f"正文第 2 段“请{{{{单位名字}}}}于近日报送”：没有“单位名字”这个占位符；{LIST}"
    ]


def test_code_is_only_an_unknown_name():
    for code in (
        "organisation.__class__",
        "rows[0]",
        "1+1",
        "heading.round.upper()",
        "x|safe",
        "% if x %",
        "heading.moment",
    ):
        (fault,) = faults(saying(f"{{{{{code}}}}}"))
        assert fault.endswith(LIST)


def test_a_row_is_named_by_its_table():
    document = with_row("甲", "{{#问题}}{{问题.编号}}", "{{问题.电邮}}{{/问题}}")
    assert faults(document) == [
        f"正文第 1 个表格第 2 行“{{{{问题.电邮}}}}{{{{/问题}}}}”：没有“问题.电邮”这个占位符；{LIST}"
    ]


def test_what_repeats_is_closed_and_never_inside_another():
    assert faults(saying("{{#问题}}", "{{问题.编号}}")) == [
        "正文第 1 段“{{#问题}}”：重复部分没有结束；请在后面写上“{{/问题}}”。"
    ]
    assert faults(saying("{{#问题}}", "{{#责任分工}}{{/问题}}")) == [
        "正文第 2 段“{{#责任分工}}{{/问题}}”：重复部分里不能再有重复部分；请先写“{{/问题}}”。"
    ]
    assert faults(saying("{{/问题}}")) == ["正文第 1 段“{{/问题}}”：这里结束的重复部分没有开始，或开始的是另一个。"]
    assert faults(saying("{{#问题}}{{/别的}}", "{{/问题}}")) == [
        "正文第 1 段“{{#问题}}{{/别的}}”：这里应写“{{/问题}}”。"
    ]
    assert faults(saying("{{#整改}}")) == [f"正文第 1 段“{{{{#整改}}}}”：这类文书没有可以重复的“整改”；{LIST}"]


def test_what_belongs_to_a_part_that_repeats_stands_in_it():
    assert faults(saying("{{问题.编号}}")) == [
        "正文第 1 段“{{问题.编号}}”：这个占位符只能写在“{{#问题}}”和“{{/问题}}”之间。"
    ]


def test_a_part_that_repeats_is_not_half_a_table():
    document = saying("{{#问题}}")
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "{{问题.编号}}{{/问题}}"
    assert faults(document) == [
        "正文第 1 个表格第 1 行“{{问题.编号}}{{/问题}}”：重复部分的开始和结束不在同一层；"
        "请都放在同一个表格的行里，或都放在表格外的段落里。"
    ]  # fmt: skip


def test_braces_come_in_pairs_in_one_paragraph():
    assert faults(saying("报送{{单位名称}，")) == [
        "正文第 1 段“报送{{单位名称}，”：花括号没有成对；占位符要写成“{{单位名称}}”，写在同一段里。"
    ]


def test_all_faults_are_told_at_once_from_top_to_bottom_with_headers_after():
    document = saying("{{甲}}", "{{乙}}")
    document.sections[0].header.paragraphs[0].text = "{{丙}}"
    assert [fault.split("”：")[0] for fault in faults(document)] == [
        "正文第 1 段“{{甲}}", "正文第 2 段“{{乙}}", "页眉“{{丙}}"
    ]  # fmt: skip


def test_a_file_without_placeholders_is_no_template():
    assert faults(docx.Document()) == ["全文“”：没有找到占位符；请在要填入内容的地方写上占位符，如“{{单位名称}}”。"]
