"""How does the running register of what the group took to read (资料调阅登记表) look as a workbook?

Columns: trade.md §2.4. A request with several materials takes one line for each; what belongs to the request stands on
the first of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from bihuan.say import Say, say
from bihuan.writing.sheets import Sheets, book
from bihuan.writing.tables import Column, Heading, Speak, Table

NOTHING = say("—")


@dataclass(frozen=True)
class RegisterLine:
    """One material that was provided; empty where nothing has been yet."""

    handed_at: str = ""
    title: str = ""
    carrier: Say | str = ""
    form: Say | str = ""
    copies: str = ""
    pages: str = ""
    secrecy: Say | str = ""
    may_copy: Say | str = ""
    handed_by: str = ""
    received_by: str = ""
    returned_at: str = ""
    returned: Say | str = ""
    remark: tuple[Say | str, ...] = ()


@dataclass(frozen=True)
class RegisterRow:
    """One request with what was provided for it; without a reference, what went out again without one."""

    place: int
    ref: str = ""
    asked_at: str = ""
    asked_by: str = ""
    text: str = ""
    period: str = ""
    due_at: str = ""
    unit: str = ""
    handler: str = ""
    accepted_at: str = ""
    lines: tuple[RegisterLine, ...] = (RegisterLine(),)


REGISTER: Table[RegisterRow, RegisterLine] = Table(
    say("资料调阅登记表"),
    (
        Column(say("序号"), 6, lambda r, _: str(r.place), centred=True),
        Column(say("调阅编号"), 9, lambda r, _: r.ref or NOTHING, centred=True),
        Column(say("提出时间"), 11, lambda r, _: r.asked_at, centred=True),
        Column(say("提出人"), 9, lambda r, _: r.asked_by),
        Column(say("需求内容"), 28, lambda r, _: r.text),
        Column(say("年度/范围"), 10, lambda r, _: r.period),
        Column(say("要求提供时间"), 11, lambda r, _: r.due_at, centred=True),
        Column(say("承办单位"), 12, lambda r, _: r.unit),
        Column(say("承办人"), 8, lambda r, _: r.handler),
        Column(say("签收时间"), 11, lambda r, _: r.accepted_at, centred=True),
        Column(say("提供时间"), 11, lambda _, m: m.handed_at, each=True, centred=True),
        Column(say("资料名称"), 28, lambda _, m: m.title, each=True),
        Column(say("载体"), 6, lambda _, m: m.carrier, each=True, centred=True),
        Column(say("原件/复印件"), 12, lambda _, m: m.form, each=True),
        Column(say("份数"), 5, lambda _, m: m.copies, each=True, centred=True),
        Column(say("页数"), 6, lambda _, m: m.pages, each=True, centred=True),
        Column(say("密级"), 8, lambda _, m: m.secrecy, each=True, centred=True),
        Column(say("是否可复印"), 7, lambda _, m: m.may_copy, each=True, centred=True),
        Column(say("交接人"), 8, lambda _, m: m.handed_by, each=True),
        Column(say("接收人签字"), 9, lambda _, m: m.received_by, each=True),
        Column(say("归还时间"), 11, lambda _, m: m.returned_at, each=True, centred=True),
        Column(say("归还清点"), 10, lambda _, m: m.returned, each=True),
        Column(say("备注"), 12, lambda _, m: m.remark, each=True),
    ),
)


def write_register(out: IO[bytes], rows: Iterable[RegisterRow], *, heading: Heading, speak: Speak = str) -> None:
    """Write the workbook to `out`, which is left untouched if `rows` fails on the way."""
    with book(out, heading, speak) as workbook:
        sheets = Sheets(workbook, REGISTER)
        for row in rows:
            sheets.write(row, row.lines)
