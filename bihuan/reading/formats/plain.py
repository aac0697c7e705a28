"""What does a text file say? Each line is a paragraph; where it is a table of comma-separated values, cells."""

import csv
from collections.abc import Iterable
from io import StringIO

from bihuan.reading.blocks import Block, Document, Unreadable
from bihuan.reading.formats.containers import File, damaged, too_much
from bihuan.reading.formats.encodings import Decoded, decode
from bihuan.say import Say, say

TITLE = say("文本文件")
SUFFIXES = (".txt", ".csv", ".tsv", ".md", ".text")

_TABLES = (".csv", ".tsv")
_SEPARATORS = ",\t;，；|"
_FIELD_LIMIT = 1_000_000
_BREAK_LIMIT = 1_000_000
"""Lines and cells in one file."""
csv.field_size_limit(_FIELD_LIMIT)


def recognises(file: File) -> bool:
    """Whether the bytes are text at all; asked last, since markup is text too."""
    return decode(file.data) is not None


def read(file: File) -> Document:
    decoded = decode(file.data)
    if decoded is None:
        raise damaged()
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if sum(text.count(sign) for sign in "\n" + _SEPARATORS * (file.suffix in _TABLES)) > _BREAK_LIMIT:
        raise too_much()
    blocks = _cells(text) if file.suffix in _TABLES else _paragraphs(text)
    return Document(tuple(blocks), _warnings(decoded))


def _paragraphs(text: str) -> Iterable[Block]:
    lines = (line.strip().strip("\ufeff\u200b") for line in text.replace("\f", "\n").split("\n"))
    return (Block(index, line) for index, line in enumerate(line for line in lines if line))


def _cells(text: str) -> Iterable[Block]:
    """Rows as the file numbers them: a quoted cell with line breaks is one row."""
    separator = max(_SEPARATORS, key=text[:20_000].count)
    index = 0
    blocks = []
    try:
        for row, fields in enumerate(csv.reader(StringIO(text), delimiter=separator), 1):
            for column, field in enumerate(fields, 1):
                shown = field.strip()
                if shown:
                    blocks.append(Block(index, shown, "cell", "", 0, 1, "", row, column))
                    index += 1
    except csv.Error as fault:
        raise Unreadable(
            say("表格文本有一格超过 {limit} 个字，可能少了一个引号，请改正后再上传。", limit=_FIELD_LIMIT)
        ) from fault
    return blocks


def _warnings(decoded: Decoded) -> tuple[Say, ...]:
    if not decoded.lost:
        return ()
    return (say("有 {count} 个字符无法识别，已用“�”代替，请对照原件核对。", count=decoded.lost),)
