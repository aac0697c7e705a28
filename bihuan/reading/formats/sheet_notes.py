"""What should a person know about how a sheet was read? Hidden parts, formulas without a result, faulty cells."""

from dataclasses import dataclass

from bihuan.reading.places import column_name, listed, stretches
from bihuan.say import Say, say


@dataclass(frozen=True)
class Notes:
    """What was met on one sheet; rows and columns from 1, columns as (first, last)."""

    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    unanswered: tuple[str, ...] = ()
    """Cells with a formula whose result the file does not hold: `L1`."""
    errors: tuple[str, ...] = ()


def sentences(sheet: str, notes: Notes, covered: list[tuple[int, int]]) -> list[Say]:
    """One sentence for each thing worth knowing; `covered` are cells with words that a merged area hides."""
    rows = stretches((row, row) for row in notes.hidden_rows)
    columns = stretches(notes.hidden_columns, column_name)
    beneath = listed([f"{column_name(column)}{row}" for row, column in covered])
    unanswered, errors = listed(notes.unanswered), listed(notes.errors)
    found = (
        (notes.hidden, say("“{sheet}”表是隐藏的，已一并读入，请核对是否需要。", sheet=sheet)),
        (rows, say("“{sheet}”表有隐藏的行（第 {rows} 行），已一并读入，请核对。", sheet=sheet, rows=rows)),
        (columns, say("“{sheet}”表有隐藏的列（{columns} 列），已一并读入，请核对。", sheet=sheet, columns=columns)),
        (
            unanswered,
            say(
                "“{sheet}”表的 {cells} 是公式，文件里没有计算结果，按空白处理；请用 Excel 或 WPS 打开、保存后再上传。",
                sheet=sheet,
                cells=unanswered,
            ),
        ),
        (errors, say("“{sheet}”表的 {cells} 显示为错误值，按空白处理，请补上内容。", sheet=sheet, cells=errors)),
        (
            beneath,
            say("“{sheet}”表的 {cells} 被合并单元格遮住，其中的文字没有读入，请核对。", sheet=sheet, cells=beneath),
        ),
    )
    return [sentence for applies, sentence in found if applies]
