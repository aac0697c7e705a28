"""Is a Word document read as its printed page reads?"""

from io import BytesIO

import docx as python_docx

from bihuan.reading.blocks import Block
from bihuan.reading.formats import read_blocks
from tests.reading.formats.made_docx import docx, p, table, tc


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_blocks(data, "反馈意见.docx").blocks]


def warnings(data: bytes) -> list[str]:
    return [str(warning) for warning in read_blocks(data).warnings]


def test_paragraphs_come_with_their_style_and_outline_level():
    document = python_docx.Document()
    document.add_heading("关于云岭县的反馈意见", 0)
    document.add_heading("一、存在的主要问题", 1)
    document.add_paragraph("")
    document.add_paragraph("　　落实主体责任不到位。")
    saved = BytesIO()
    document.save(saved)

    assert read_blocks(saved.getvalue()).blocks == (
        Block(0, "关于云岭县的反馈意见", style="Title"),
        Block(1, "一、存在的主要问题", style="heading 1", level=1),
        Block(2, "落实主体责任不到位。", style="Normal"),
    )


def test_soft_breaks_tabs_and_fixed_hyphens_stay_in_the_text():
    runs = "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/><w:br w:type='page'/></w:r>"

    assert texts(docx(p(runs=runs))) == ["甲\n乙\t丙-"]


def test_links_content_controls_and_fields_give_what_they_show():
    runs = (
        "<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>第3页</w:t></w:r>"
    )

    assert texts(docx(p(runs=runs))) == ["链接控件第3页"]


def test_headers_footers_and_notes_are_told_apart_and_come_once():
    note = "<w:footnote w:type='separator'><w:p/></w:footnote><w:footnote>" + p("注：数据截至六月。") + "</w:footnote>"
    data = docx(p("正文"), header=p("机密★1年") + p("机密★1年"), footer=p("— 1 —"), footnotes=note)

    assert [(block.kind, block.text) for block in read_blocks(data).blocks] == [
        ("header", "机密★1年"),
        ("paragraph", "正文"),
        ("footer", "— 1 —"),
        ("footer", "注：数据截至六月。"),
    ]


def test_tracked_changes_are_read_as_accepted_and_said():
    runs = (
        "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo>"
    )
    data = docx(p(runs=runs) + p("前半", "<w:rPr><w:del/></w:rPr>") + p("后半"))

    assert texts(data) == ["新移来", "前半后半"]
    assert warnings(data) == ["文档里有修订痕迹，已按全部接受修订后的文字读取，请核对。"]


def test_a_deleted_table_row_is_gone():
    gone = "<w:trPr><w:del/></w:trPr>" + tc("旧") + tc("行")
    data = docx(table(tc("序号") + tc("问题"), gone, tc("1") + tc("新")))

    assert [(block.row, block.text) for block in read_blocks(data).blocks] == [
        (1, "序号"),
        (1, "问题"),
        (2, "1"),
        (2, "新"),
    ]


def test_hidden_words_are_left_out_and_said():
    styles = '<w:style w:type="character" w:styleId="h"><w:name w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style>'
    runs = (
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏一</w:t></w:r>"
        "<w:r><w:rPr><w:rStyle w:val='h'/></w:rPr><w:t>藏二</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>看得见</w:t></w:r>"
    )
    data = docx(p(runs=runs), styles=styles)

    assert texts(data) == ["看得见"]
    assert warnings(data) == ["文档里有设为隐藏的文字，没有读入；如有需要，请在 Word 中取消隐藏后再上传。"]


def test_a_text_box_is_read_once_after_its_paragraph():
    inside = "<w:txbxContent>" + p("框内文字") + "</w:txbxContent>"
    box = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{inside}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert texts(docx(p("框前", runs=box) + p("框后"))) == ["框前", "框内文字", "框后"]


def test_ticks_from_symbol_fonts_become_signs():
    runs = "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t>已完成</w:t></w:r>"

    assert texts(docx(p(runs=runs))) == ["☑已完成"]


def test_macros_are_named_and_never_run():
    data = docx(p("正文"), more={"word/vbaProject.bin": b"\0" * 50})

    assert warnings(data) == ["文件带有宏，宏没有运行，只读取了文字。"]
