"""What came back of a list that was filled in offline? Every row that is still tied to its thing, and every fault.

A fault is one sentence with its place. One that concerns the whole file (`Unreadable`) stops everything; a row that
cannot be told apart is left out; a single cell that cannot be taken is left out alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bihuan.reading.blocks import Block, Unreadable
from bihuan.reading.formats import read_blocks, xlsx
from bihuan.reading.formats.cells import Area
from bihuan.reading.formats.containers import File
from bihuan.reading.formats.xlsx_typed import untyped
from bihuan.reading.places import column_name
from bihuan.say import Say, say

KEPT, VERSION = "bihuan", "1"
KEY_COLUMN = 1
NOT_OURS = say("这不是从本系统导出的填报表，或表里的隐藏工作表已被删去；请重新导出后填写。")
Cells = Mapping[int, Block]


@dataclass
class KeptSheet:
    """What the hidden sheet says of one sheet: where its header stands, its columns, and every exported row."""

    code: str
    name: str
    header_row: int
    columns: tuple[str, ...]
    titles: tuple[str, ...] = ()
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    """Column → word shown → code."""
    rows: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    """Reference → (mark, values)."""


@dataclass(frozen=True)
class ReturnedRow:
    """One row that came back: its thing, what was exported and what the file says now; `barred` cells are no use."""

    sheet: str
    sheet_name: str
    ref: str
    mark: str
    number: int
    was: Mapping[str, str]
    filled: Mapping[str, str]
    titles: Mapping[str, str]
    places: Mapping[str, str]
    """Column → its letter in the workbook."""
    barred: frozenset[str] = frozenset()


@dataclass
class Returned:
    """The whole file."""

    organisation: str
    round: str
    as_of: datetime
    text: str
    """Everything a person can see in it."""
    rows: list[ReturnedRow] = field(default_factory=list)
    faults: list[Say] = field(default_factory=list)


def read_filling(data: bytes, name: str = "") -> Returned:
    """Raises `Unreadable` when it is no such workbook, or its columns are no longer where they were."""
    file = File(data, name)
    if file.parts is None or not xlsx.recognises(file):
        raise Unreadable(say("请上传填好的 .xlsx 文件；用别的格式保存过的，请另存为 .xlsx 再上传。"))
    sheets: dict[str, dict[int, dict[int, Block]]] = defaultdict(lambda: defaultdict(dict))
    blocks = read_blocks(data, name).blocks
    for block in blocks:
        sheets[block.sheet][block.row][block.column] = block
    seen = "\n".join(block.text for block in blocks if block.sheet != KEPT)
    returned, kept = _kept(sheets.get(KEPT, {}), seen)
    _check_headers(kept, sheets)
    strange = {name: (formulas, areas) for name, formulas, areas in untyped(file)}
    for sheet in kept:
        _Sheet(sheet, sheets[sheet.name], *strange[sheet.name], returned).read()
    return returned


def _kept(lines: Mapping[int, Cells], seen: str) -> tuple[Returned, list[KeptSheet]]:
    """The hidden sheet; whatever is wrong with it, the file cannot be taken."""
    texts = [_texts(lines[row]) for row in sorted(lines)]
    if not texts or texts[0][:2] != [KEPT, VERSION] or len(texts[0]) != 5:
        raise Unreadable(NOT_OURS)
    _, _, organisation, round, as_of = texts[0]
    kept: dict[str, KeptSheet] = {}
    try:
        returned = Returned(organisation, round, datetime.fromisoformat(as_of), seen)
        if returned.as_of.tzinfo is None:
            raise Unreadable(NOT_OURS)
        for line in texts[1:]:
            _keep(kept, *line)
    except (ValueError, KeyError, IndexError, TypeError) as fault:
        raise Unreadable(NOT_OURS) from fault
    if any(not sheet.columns or len(sheet.titles) != len(sheet.columns) for sheet in kept.values()):
        raise Unreadable(NOT_OURS)
    return returned, list(kept.values())


def _texts(cells: Cells) -> list[str]:
    return [cells[column].text if column in cells else "" for column in range(1, max(cells) + 1)]


def _keep(kept: dict[str, KeptSheet], kind: str, code: str, *rest: str) -> None:
    if kind == "sheet":
        kept[code] = KeptSheet(code, rest[0], int(rest[1]), tuple(rest[2:]))
    elif kind == "titles":
        kept[code].titles = tuple(rest)
    elif kind == "words":
        kept[code].words[rest[0]] = dict(zip(rest[2::2], rest[1::2], strict=True))
    elif kind == "row":
        columns = kept[code].columns
        values = (*rest[2:], *("" for _ in range(len(columns) - len(rest) + 2)))
        kept[code].rows[rest[0]] = (rest[1], dict(zip(columns, values, strict=True)))


def _check_headers(kept: list[KeptSheet], sheets: Mapping[str, Mapping[int, Cells]]) -> None:
    """Columns that were moved, renamed or taken out make every value below them doubtful: nothing is taken."""
    for sheet in kept:
        if sheet.name not in sheets:
            raise Unreadable(say("缺少工作表“{sheet}”；请恢复它的名称，或重新导出后填写。", sheet=sheet.name))
        header = sheets[sheet.name].get(sheet.header_row, {})
        for column, title in enumerate((KEPT, *sheet.titles), 1):
            found = header[column].text if column in header else ""
            if found != title:
                place = f"{column_name(column)}{sheet.header_row}"
                raise Unreadable(
                    say("“{sheet}”表 {place} 的表头应是“{title}”，现在是“{found}”；请把列的位置和名称恢复后再上传。",
                        sheet=sheet.name, place=place, title=title, found=found)
                )  # fmt: skip


class _Sheet:
    """One sheet on its way back, row by row; what cannot be taken is told in `returned.faults`."""

    def __init__(
        self,
        kept: KeptSheet,
        lines: Mapping[int, Cells],
        formulas: frozenset[str],
        areas: tuple[Area, ...],
        returned: Returned,
    ) -> None:
        self.kept, self.lines, self.formulas, self.returned = kept, lines, formulas, returned
        self.met: set[str] = set()
        """The references that were met, whatever became of their rows."""
        self.places = {code: column_name(place) for place, code in enumerate(kept.columns, 2)}
        self.merged = {
            (row, column)
            for area in areas
            for row in range(area.top, min(area.bottom, max(lines)) + 1)
            for column in range(area.left, min(area.right, len(kept.columns) + 1) + 1)
        }

    def read(self) -> None:
        found: dict[str, list[ReturnedRow]] = defaultdict(list)
        for number in sorted(n for n in self.lines if n > self.kept.header_row):
            if row := self._row(number, self.lines[number]):
                found[row.ref].append(row)
        for ref, rows in found.items():
            if len(rows) > 1:
                numbers = "、".join(str(row.number) for row in rows)
                self._fault(say("“{sheet}”表第 {rows} 行都是 {ref}，不知以哪一行为准，都没有采用；请只留一行。",
                                sheet=self.kept.name, rows=numbers, ref=ref))  # fmt: skip
            else:
                self.returned.rows += rows
        for ref in self.kept.rows:
            if ref not in self.met:
                self._fault(say("“{sheet}”表里没有了 {ref} 这一行，它保持原样。", sheet=self.kept.name, ref=ref))

    def _row(self, number: int, cells: Cells) -> ReturnedRow | None:
        ref, _, mark = (cells[KEY_COLUMN].text if KEY_COLUMN in cells else "").partition("·")
        if ref not in self.kept.rows:
            shown = cells[KEY_COLUMN + 1].text if KEY_COLUMN + 1 in cells else ref
            self._fault(say("“{sheet}”表第 {row} 行（{shown}）不是导出时的行，没有采用；新增的内容请在页面上登记。",
                            sheet=self.kept.name, row=number, shown=shown[:30] or "—"))  # fmt: skip
            return None
        self.met.add(ref)
        kept_mark, was = self.kept.rows[ref]
        filled = {code: self._value(code, cells.get(place)) for place, code in enumerate(self.kept.columns, 2)}
        if mark != kept_mark or filled[self.kept.columns[0]] != was[self.kept.columns[0]]:
            self._fault(say("“{sheet}”表第 {row} 行的编号与隐藏列对不上（{ref}），没有采用；请重新导出后填写。",
                            sheet=self.kept.name, row=number, ref=ref))  # fmt: skip
            return None
        barred = frozenset(self._barred(number))
        titles = dict(zip(self.kept.columns, self.kept.titles, strict=True))
        return ReturnedRow(self.kept.code, self.kept.name, ref, mark, number, was, filled, titles, self.places, barred)

    def _value(self, code: str, block: Block | None) -> str:
        text = block.text if block else ""
        return self.kept.words.get(code, {}).get(text, text)

    def _barred(self, number: int) -> Iterator[str]:
        """The cells that are formulas or merged: nobody typed what they show."""
        for place, code in enumerate(self.kept.columns, 2):
            where = f"{self.places[code]}{number}"
            values = {"sheet": self.kept.name, "place": where}
            if where in self.formulas:
                self._fault(say("“{sheet}”表 {place} 是公式，没有采用；请改成文字或数字。", **values))
                yield code
            elif (number, place) in self.merged:
                self._fault(say("“{sheet}”表 {place} 是合并单元格，没有采用；请取消合并后逐格填写。", **values))
                yield code

    def _fault(self, sentence: Say) -> None:
        self.returned.faults.append(sentence)
