"""Does a file that was damaged on its way ever show as a fault, and not as a sentence?"""

import io
import random
import struct
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree

from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats import read_blocks
from tests.reading.formats.made_docx import docx, level, numbered, p, packed, table, tc
from tests.reading.formats.made_ods import cell, ods, row, sheet
from tests.reading.formats.made_ofd import line, ofd
from tests.reading.formats.made_pdf import line as drawn
from tests.reading.formats.made_pdf import pdf
from tests.reading.formats.made_xls import label, number, ole, record, stream, strings, unicode
from tests.reading.formats.made_xlsx import saved, workbook

ROUNDS = 60
ODD = (
    "",
    "0",
    "-1",
    "99999999999999999999",
    "nan",
    "inf",
    "x",
    "../..",
    "A1",
    "XFD1048576",
    "A1:XFD1048576",
    "e",
    "str",
)


def word() -> bytes:
    lists = f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "%1、")}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="正文"/></w:style>'
    merged = table(tc("甲", '<w:vMerge w:val="restart"/><w:gridSpan w:val="2"/>') + tc("乙"), tc("", "<w:vMerge/>"))
    return docx(numbered("问题", 1) + p("说明") + merged, styles=styles, numbering=lists, header=p("页眉"))


def excel() -> bytes:
    book, ledger = workbook(["序号", "问题", "=1+1"], [1, "甲", 0.5], [2, "乙", None])
    ledger.merge_cells("A2:A3")
    ledger["C2"].number_format = "0%"
    ledger.row_dimensions[2].hidden = True
    return saved(book)


def old_excel() -> bytes:
    shared = strings(unicode("序号") + unicode("问题"), count=2)
    cells = label(0, 0, 0) + label(0, 1, 1) + number(1, 0, 1) + number(1, 1, 46112, 1)
    merged = record(0x00E5, struct.pack("<H4H", 1, 1, 3, 1, 2))
    return ole(stream({"台账": cells + merged, "旧": number(0, 0, 0.5, 2)}, shared))


def placed() -> bytes:
    page = line("一、问题", 28, 50) + line("甲局", 28, 60) + line("— 1 —", 100, 280)
    return ofd(page, page, template=line("内部", 28, 20))


def open_sheet() -> bytes:
    return ods(sheet(row(cell("甲", attributes='table:number-columns-spanned="2"')), row(cell("乙"), cell("丙"))))


SAMPLES = {
    "a.docx": word(),
    "a.xlsx": excel(),
    "a.xls": old_excel(),
    "a.ods": open_sheet(),
    "a.ofd": placed(),
    "a.pdf": pdf(drawn("一、问题", 80, 100) + drawn("甲局", 80, 130), drawn("— 2 —", 280, 800)),
    "a.txt": "一、问题\n（一）责任不实。".encode("gb18030"),
    "a.csv": "甲,乙\n".encode(),
}


def harmed(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few changed, cut out or doubled."""
    broken = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(broken) or 1)
        kind = chance.randrange(4)
        if kind == 0:
            broken[place : place + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del broken[place : place + chance.randint(1, 40)]
        elif kind == 2:
            broken[place:place] = broken[place : place + chance.randint(1, 200)]
        else:
            broken[place : place + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"9999", b'-1"<', b"</w:"))
    return bytes(broken)


def harmed_inside(data: bytes, chance: random.Random) -> bytes:
    """The same done to one member of a zip, so that the harm is not caught by a checksum."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    return packed(members | {name: harmed(members[name], chance)})


def misled(data: bytes, chance: random.Random) -> bytes:
    """Well-formed still, but saying odd things: attributes and texts that no program would write."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(name for name in members if name.endswith((".xml", ".rels"))))
    root = etree.fromstring(members[name])
    for element in chance.choices(list(root.iter("*")), k=3):
        if element.attrib and chance.random() < 0.8:
            element.set(chance.choice(sorted(element.attrib)), chance.choice(ODD))
        else:
            element.text = chance.choice(ODD)
    return packed(members | {name: etree.tostring(root)})


def broken(name: str) -> Iterator[bytes]:
    chance = random.Random(name)
    for _ in range(ROUNDS):
        yield harmed(SAMPLES[name], chance)
        if SAMPLES[name].startswith(b"PK"):
            yield harmed_inside(SAMPLES[name], chance)
            yield misled(SAMPLES[name], chance)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_damaged_file_is_read_or_refused_with_a_sentence(name):
    outcomes = [outcome(data, name) for data in broken(name)]

    assert [found for found in outcomes if not found.endswith("。")] == []


def outcome(data: bytes, name: str) -> str:
    try:
        return f"读到 {len(read_blocks(data, name).blocks)} 段。"
    except Unreadable as refusal:
        return str(refusal)
