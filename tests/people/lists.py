"""Lists of units and people as an office would send them."""

from io import BytesIO

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

UNITS = ["单位名称", "上级单位", "简称", "排序"]
PEOPLE = ["姓名", "登录名", "单位", "职务", "角色", "分管单位", "手机"]


def spreadsheet(units=(), people=(), name="名单.xlsx"):
    """An upload with both sheets; each row is a list of texts."""
    out = BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        for title, head, rows in (("单位", UNITS, units), ("人员", PEOPLE, people)):
            sheet = workbook.add_worksheet(title)
            for number, row in enumerate([head, *rows]):
                sheet.write_row(number, 0, row)
    return SimpleUploadedFile(name, out.getvalue())
