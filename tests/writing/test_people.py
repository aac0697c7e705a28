"""The spreadsheet for units and people: what an office opens and fills in."""

from io import BytesIO

import openpyxl

from bihuan.writing.people import Column, Sheet, write


def book(rows=()):
    out = BytesIO()
    columns = (Column("姓名", 20), Column("角色", 12, ("整改办", "经办人")))
    write(out, [Sheet("人员", columns, rows)], notes_name="说明", notes=[("姓名", "全名。")])
    return openpyxl.load_workbook(out)


def test_the_column_names_stay_in_sight_and_the_notes_come_last():
    made = book()
    assert made.sheetnames == ["人员", "说明"]
    assert [cell.value for cell in made["人员"][1]] == ["姓名", "角色"]
    assert made["人员"].freeze_panes == "B2"
    assert [cell.value for cell in made["说明"][1]] == ["姓名", "全名。"]


def test_a_column_with_few_words_offers_them():
    [rule] = book()["人员"].data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"整改办,经办人"', "B2:B1001")


def test_a_name_that_looks_like_a_formula_stays_text():
    cell = book([["=1+1", "经办人"]])["人员"]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
