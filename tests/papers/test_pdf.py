"""Does a Word file of ours become a PDF of the right pages, the same every time, and is every failure one sentence?"""

from datetime import UTC, datetime

import pypdfium2
import pytest

from bihuan.papers.office import NotPrinted, as_pdf
from bihuan.writing.word import Spanned, Word

MOMENT = datetime(2026, 3, 31, 2, tzinfo=UTC)


@pytest.fixture
def soffice(tmp_path):
    """`soffice("script")` is a program that runs it; $out is the folder."""

    def program(script: str) -> str:
        file = tmp_path / "soffice"
        find = 'for in; do [ "$last" = --outdir ] && out="$in"; last="$in"; done\n'
        file.write_text(f"#!/bin/sh\n{find}{script}\n")
        file.chmod(0o755)
        return str(file)

    return program


def plan() -> Word:
    word = Word(moment=MOMENT)
    word.footer_note("数据截至：2026年3月31日　留痕：66c7f0f4")
    word.red_head("中共云岭县委员会文件", "云岭委〔2026〕12号")
    word.title("关于省委第三巡视组\n反馈意见整改工作的方案")
    word.heading("总体要求")
    word.heading("指导思想", 2)
    word.paragraph("坚持问题导向。")
    word.section(landscape=True)
    word.title("问题清单")
    rows = [["1", "落实主体责任不到位", f"措施{number}"] for number in range(1, 51)]
    word.table(["序号", "问题", "措施"], [Spanned(rows, frozenset({0, 1}))], [1, 4, 4])
    word.section(landscape=False)
    for _ in range(23):
        word.paragraph("一二三四五六七八九十" * 2 + "一二三四五六七八", indent=False)
    return word


def pages(pdf: bytes) -> list[tuple[int, list[str]]]:
    """The width of each page in millimetres, and its lines without spaces."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            (round(page.get_width() / 72 * 25.4), page.get_textpage().get_text_range().replace(" ", "").splitlines())
            for page in document
        ]
    finally:
        document.close()


def test_libreoffice_shows_every_page_as_it_was_meant():
    made = pages(as_pdf(plan().contents(), moment=MOMENT))
    first, *turned, before_last, last = made
    assert [width for width, _ in made] == [210, *[297] * len(turned), 210, 210]
    heads = ["云岭委〔2026〕12号", "一、总体要求", "（一）指导思想", "—1—", "数据截至：2026年3月31日留痕：66c7f0f4"]
    assert [line for line in heads if line not in first[1]] == []
    assert [lines[0] for _, lines in turned] == ["问题清单", *["序号问题措施"] * (len(turned) - 1)]
    assert len(turned) > 1
    full = "一二三四五六七八九十" * 2 + "一二三四五六七八"
    assert before_last[1][:23] == [*[full] * 22, f"—{len(made) - 1}—"]
    assert last[1][0] == full


def test_the_same_paper_of_the_same_moment_gives_the_same_bytes():
    word = Word()
    word.paragraph("特此报告。")
    assert as_pdf(word.contents(), moment=MOMENT) == as_pdf(word.contents(), moment=MOMENT)


def refused(program: str, seconds: float = 10) -> str:
    with pytest.raises(NotPrinted) as refusal:
        as_pdf(Word().contents(), program=program, seconds=seconds)
    return str(refusal.value)


def test_every_failure_is_one_sentence(soffice):
    otherwise = "请下载 Word 文件，用 Word 或 WPS 另存为 PDF。"
    assert refused(soffice("exit 1")) == f"LibreOffice 没能生成 PDF；{otherwise}"
    assert refused(soffice(': > "$out/document.pdf"')) == f"LibreOffice 没能生成 PDF；{otherwise}"
    assert refused(soffice("sleep 60"), 1) == f"生成 PDF 超过 1 秒没有完成；{otherwise}"


def test_without_libreoffice_one_sentence_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NotPrinted, match="没有安装 LibreOffice，不能生成 PDF；请下载 Word 文件，"):
        as_pdf(Word().contents())
