"""A file that acts, hides another or reaches out is no template; the refusal says what to take out."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from bihuan.reading.blocks import Unreadable
from bihuan.reading.template import LIMIT, template_parts

MACROS = "文件里有宏或可以运行的内容；请另存为“Word 文档（.docx）”，不要用启用宏的格式，再上传。"
OBJECT = "文件里嵌有对象、控件或另一份文件；请删去，只留文字、表格和图片，再上传。"
ENTITY = "文件里有外部实体或文档类型声明，为安全起见没有读取；请用 Word 或 WPS 另存一份再上传。"
RELS = "word/_rels/document.xml.rels"
MAIN = "word/document.xml"


def made() -> bytes:
    document = docx.Document()
    document.add_paragraph("{{单位名称}}")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def changed(name: str, old: str, new: str) -> bytes:
    """The plain file with something else in one part."""
    out = BytesIO()
    with ZipFile(BytesIO(made())) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for each in source.namelist():
            content = source.read(each)
            target.writestr(each, content.replace(old.encode(), new.encode(), 1) if each == name else content)
        if name not in source.namelist():
            target.writestr(name, new)
    return out.getvalue()


def related(kind: str, target: str, mode: str = "") -> bytes:
    line = f'<Relationship Id="x1" Type="http://schemas.example/{kind}" Target="{target}"{mode}/></Relationships>'
    return changed(RELS, "</Relationships>", line)


def field(code: str) -> bytes:
    return changed(MAIN, "<w:sectPr", f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{code}</w:p><w:sectPr')


def refused(data: bytes, name: str = "模板.docx") -> str:
    with pytest.raises(Unreadable) as caught:
        template_parts(data, name)
    return str(caught.value.reason)


def test_a_plain_file_gives_its_parts():
    parts = template_parts(made(), "模板.docx")
    assert "{{单位名称}}".encode() in parts[MAIN]
    assert next(iter(parts)) == "[Content_Types].xml"


@pytest.mark.parametrize("data", [
    changed("word/vbaProject.bin", "", "x"),
    changed("[Content_Types].xml", "application/xml", "application/vnd.ms-office.vbaProject"),
    related("vbaProject", "other.bin"),
])  # fmt: skip
def test_macros_are_refused(data):
    assert refused(data) == MACROS
    assert refused(made(), "模板.docm") == MACROS


@pytest.mark.parametrize("data", [
    changed("word/embeddings/sheet.xlsx", "", "PK"),
    changed("word/activeX/activeX1.xml", "", "<x/>"),
    related("oleObject", "media/x"),
    related("aFChunk", "x.html"),
    changed(MAIN, "<w:sectPr", "<w:p><w:r><w:object/></w:r></w:p><w:sectPr"),
])  # fmt: skip
def test_objects_are_refused(data):
    assert refused(data) == OBJECT


@pytest.mark.parametrize("data", [
    related("attachedTemplate", "http://example.test/a.dotm", ' TargetMode="External"'),
    related("image", "http://example.test/a.dotm"),
    related("hyperlink", "http://example.test/a.dotm", ' TargetMode="External"'),
])  # fmt: skip
def test_whatever_reaches_out_is_named(data):
    assert refused(data) == (
        "文件引用了外部内容“http://example.test/a.dotm”（word/_rels/document.xml.rels）；"
        "请取消超链接、链接的图片或套用的模板，再上传。"
    )


def test_a_drawing_that_fetches_and_a_document_named_as_a_picture_are_looked_at():
    drawing = (
        '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="file://h/x"/></w:pict></w:r></w:p>'
    )
    assert refused(changed(MAIN, "<w:sectPr", f"{drawing}<w:sectPr")).startswith(
        "文件引用了外部内容“file://h/x”（word/doc"
    )
    assert refused(changed("word/media/a.png", "", "<!DOCTYPE x []><x/>")) == ENTITY
    assert "word/media/b.png" in template_parts(changed("word/media/b.png", "", "\x89PNG"))


def test_a_field_that_fetches_is_named_however_it_is_spread():
    spread = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (" DDE", "AUTO c:\\\\x"))
    reason = "文件里有域“{}”，它可能取用外部内容；只能用页码、目录和交叉引用这几种域，其余请删去再上传。"
    assert refused(field(spread)) == reason.format("DDEAUTO")
    simple = '<w:p><w:fldSimple w:instr=" INCLUDETEXT x "/></w:p><w:sectPr'
    assert refused(changed(MAIN, "<w:sectPr", simple)) == reason.format("INCLUDETEXT")
    for code in (r" PAGE \* MERGEFORMAT ", r' HYPERLINK \l "_Toc1" '):
        assert template_parts(field(f"<w:r><w:instrText>{code}</w:instrText></w:r>"))


def test_a_document_type_is_refused_in_every_part():
    for name in (MAIN, "word/settings.xml", "docProps/core.xml"):
        data = changed(name, "?>", '?><!DOCTYPE x [<!ENTITY a "b">]>')
        assert refused(data) == ENTITY


def test_a_bomb_a_giant_and_another_format_are_refused():
    assert "解压后的内容过大" in refused(changed("word/big.xml", "", "<x>" + " " * 60_000_000 + "</x>"))
    assert refused(b"x" * (LIMIT + 1)) == "模板超过 10 MB；请压缩或删去图片后再上传。"
    assert refused("只是文字".encode()) == "模板要用 Word 文档（.docx）；请在 Word 或 WPS 中另存为 .docx 后再上传。"
    assert refused(b"PK\x03\x04broken") == "文件不完整或已损坏，请重新取得原件，或用 Word、WPS 打开后另存一份再上传。"
