"""What does a list of units and people say? Each sheet is known by its column names; each row becomes a draft.

A fault names sheet, row and column, and what to do. Nothing is looked up here: whether a unit exists is asked later.
Example: a row 松河镇 | 云岭县 under 单位名称 | 上级单位 is the unit 松河镇 below 云岭县.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bihuan.reading.blocks import Block, Document
from bihuan.say import Say, say


@dataclass(frozen=True)
class Field:
    """One column: the field it fills, its names (the first one is ours), whether it must be filled, and its length."""

    name: str
    titles: tuple[str, ...]
    required: bool = False
    longest: int = 100


UNIT_FIELDS = (
    Field("name", ("单位名称", "单位", "单位全称"), required=True),
    Field("parent", ("上级单位", "上级", "所属上级", "主管单位")),
    Field("short_name", ("简称", "单位简称"), longest=40),
    Field("order", ("排序", "排序号", "顺序", "序号")),
)
PERSON_FIELDS = (
    Field("name", ("姓名", "名字"), required=True, longest=64),
    Field("username", ("登录名", "用户名", "账号", "帐号", "登录账号"), required=True, longest=64),
    Field("unit", ("单位", "单位名称", "所在单位", "工作单位"), required=True),
    Field("title", ("职务", "职位", "岗位"), longest=80),
    Field("role", ("角色", "系统角色", "权限"), required=True),
    Field("charge", ("分管单位", "分管", "分管部门"), longest=4000),
    Field("phone", ("手机", "手机号", "手机号码", "电话", "联系电话"), longest=32),
)
HEADER_WITHIN = 5
"""The column names stand in one of the first rows, below a title at most."""
MOST_ORDER = 99_999
MOST_ROWS = 5_000
NOTES = "说明"
"""The sheet of our own template that is for people to read."""
Cells = dict[int, dict[int, str]]
"""row → column → text"""
SEPARATOR = re.compile(r"[、,，;；/\n]+")


@dataclass(frozen=True)
class Row:
    """Where a draft stood: its sheet, its row, and the column of each field."""

    sheet: str
    row: int
    columns: Mapping[str, int]


@dataclass(frozen=True)
class Fault:
    """What is wrong in which cell; column 0 means the row or the sheet as a whole."""

    sheet: str
    row: int
    column: int
    reason: Say

    @property
    def letter(self) -> str:
        return letter(self.column)


@dataclass(frozen=True)
class UnitDraft:
    """A unit as the list has it; an empty field says nothing, an empty parent means directly below the top."""

    place: Row
    name: str
    parent: str = ""
    short_name: str = ""
    order: int | None = None


@dataclass(frozen=True)
class PersonDraft:
    """A person in one post; somebody with two posts stands on two rows."""

    place: Row
    name: str
    username: str
    unit: str
    role: str
    title: str = ""
    charge: tuple[str, ...] = ()
    phone: str = ""


@dataclass(frozen=True)
class Roster:
    """All rows of one file, with everything that could not be read."""

    units: tuple[UnitDraft, ...] = ()
    people: tuple[PersonDraft, ...] = ()
    faults: tuple[Fault, ...] = ()
    skipped: tuple[str, ...] = ()
    """The sheets without known column names."""


NOTHING = say("没有找到名单：列名应为“单位名称”或“姓名、登录名、单位、角色”，可以下载模板填写。")


def read(document: Document) -> Roster:
    """The roster in a document's cells, sheet by sheet."""
    sheets: dict[tuple[int, str], Cells] = defaultdict(lambda: defaultdict(dict))
    for block in document.blocks:
        if block.kind == "cell":
            _place(block, sheets[block.table, block.sheet])
    found = [_sheet(name, rows) for (_, name), rows in sheets.items() if name != NOTES]
    whole = Roster(
        tuple(unit for each in found for unit in each.units),
        tuple(person for each in found for person in each.people),
        tuple(fault for each in found for fault in each.faults),
        tuple(name for each in found for name in each.skipped),
    )
    if len(whole.units) + len(whole.people) > MOST_ROWS:
        reason = say("名单超过 {most} 行，请分几次导入。", most=MOST_ROWS)
        return Roster(faults=(Fault("", 0, 0, reason),))
    empty = not (whole.units or whole.people or whole.faults)
    return replace(whole, faults=(Fault("", 0, 0, NOTHING),)) if empty else whole


def _sheet(name: str, rows: Cells) -> Roster:
    header = _header(rows)
    if header is None:
        return Roster(skipped=(name,))
    first, fields, columns = header
    units: list[UnitDraft] = []
    people: list[PersonDraft] = []
    faults = _missing(name, first, fields, columns)
    for number, cells in sorted(rows.items()):
        place = Row(name, number, columns)
        if number <= first or not any(cells.get(column) for column in columns.values()):
            continue
        values = _values(cells, fields, place, faults)
        if values and fields is UNIT_FIELDS:
            units.append(_unit(values, place, faults))
        elif values:
            people.append(_person(values, place))
    return Roster(tuple(units), tuple(people), tuple(faults))


def letter(column: int) -> str:
    """1 → A, 28 → AB, 0 → nothing."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _place(block: Block, rows: Cells) -> None:
    """A merged cell counts for every row and column that it covers."""
    for row in range(block.row, block.row + min(block.row_span, 1000)):
        for column in range(block.column, block.column + min(block.column_span, 50)):
            rows[row][column] = block.text.strip()


def _header(rows: Cells) -> tuple[int, tuple[Field, ...], dict[str, int]] | None:
    """The row of the column names, which of the two lists it begins, and the column of each field."""
    for number in sorted(rows)[:HEADER_WITHIN]:
        titles = {column: _folded(text) for column, text in sorted(rows[number].items())}
        fields = PERSON_FIELDS if "姓名" in titles.values() else UNIT_FIELDS
        columns: dict[str, int] = {}
        for field in fields:
            column = next((c for title in field.titles for c, text in titles.items() if text == title), 0)
            if column:
                columns[field.name] = column
        if len(columns) > 1 or set(titles.values()) == {UNIT_FIELDS[0].titles[0]}:
            return number, fields, columns
    return None


def _folded(title: str) -> str:
    """A column name without spaces, marks and what stands in brackets: `手机（选填）` → `手机`."""
    return re.sub(r"[\s*＊:：]|[（(].*?[）)]", "", title)


def _missing(sheet: str, row: int, fields: tuple[Field, ...], columns: Mapping[str, int]) -> list[Fault]:
    return [
        Fault(sheet, row, 0, say("缺少“{title}”一列，请补上列名和内容。", title=field.titles[0]))
        for field in fields
        if field.required and field.name not in columns
    ]


def _values(
    cells: Mapping[int, str], fields: tuple[Field, ...], place: Row, faults: list[Fault]
) -> dict[str, str] | None:
    """The row's values by field, or None where a required one is missing; each fault is noted."""
    values = {field.name: cells.get(place.columns.get(field.name, 0), "") for field in fields}
    whole = True
    for field in fields:
        column, value = place.columns.get(field.name, 0), values[field.name]
        if field.required and not value:
            whole = False
            if column:
                reason = say("没有填“{title}”，请补上，或删去这一行。", title=field.titles[0])
                faults.append(Fault(place.sheet, place.row, column, reason))
        elif len(value) > field.longest:
            whole = False
            reason = say("“{title}”超过 {longest} 个字，请缩短。", title=field.titles[0], longest=field.longest)
            faults.append(Fault(place.sheet, place.row, column, reason))
    return values if whole else None


def _unit(values: dict[str, str], place: Row, faults: list[Fault]) -> UnitDraft:
    text, order = values["order"], None
    if text.isdecimal() and int(text) <= MOST_ORDER:
        order = int(text)
    elif text:
        reason = say("排序“{order}”不是 0 到 {most} 的整数，请改正或留空。", order=text[:20], most=MOST_ORDER)
        faults.append(Fault(place.sheet, place.row, place.columns["order"], reason))
    return UnitDraft(place, values["name"], values["parent"], values["short_name"], order)


def _person(values: dict[str, str], place: Row) -> PersonDraft:
    charge = tuple(dict.fromkeys(part.strip() for part in SEPARATOR.split(values.pop("charge")) if part.strip()))
    values["username"] = unicodedata.normalize("NFKC", values["username"]).lower()
    return PersonDraft(place, charge=charge, **values)
