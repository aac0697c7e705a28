"""How is python-calamine asked for a workbook's values, so that no broken file shows through as a fault?"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError

from bihuan.reading.formats.cells import Area, Value
from bihuan.reading.formats.containers import damaged, encrypted


@contextmanager
def _faults_named() -> Iterator[None]:
    """Whatever calamine stumbles over is damage, even where its Rust code gives up (no `Exception`, that)."""
    try:
        yield
    except PasswordError as fault:
        raise encrypted() from fault
    except Exception as fault:
        raise damaged() from fault
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":
            raise damaged() from fault
        raise


def opened(content: BytesIO) -> CalamineWorkbook:
    with _faults_named():
        return CalamineWorkbook.from_filelike(content)


def sheet_of(workbook: CalamineWorkbook, name: str) -> CalamineSheet:
    with _faults_named():
        return workbook.get_sheet_by_name(name)


def values(sheet: CalamineSheet) -> list[list[Value]]:
    """The rows from the first one that says something; `start` tells where that is."""
    with _faults_named():
        return sheet.to_python()


def merged(sheet: CalamineSheet) -> list[Area]:
    with _faults_named():
        areas = sheet.merged_cell_ranges or []
    return [Area(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in areas]
