"""Does the register print in the columns of the trade, one line a material, under its request?"""

from datetime import UTC, datetime
from io import BytesIO

from openpyxl import load_workbook

from bihuan.say import say
from bihuan.writing.register import RegisterLine, RegisterRow, write_register
from bihuan.writing.tables import Heading

HEADING = Heading("省委巡视", "云岭县", "R1 省委巡视", datetime(2026, 3, 2, 9, 0, tzinfo=UTC), "ab12")
COLUMNS = (
    "序号 调阅编号 提出时间 提出人 需求内容 年度/范围 要求提供时间 承办单位 承办人 签收时间 提供时间 资料名称 载体 "
    "原件/复印件 份数 页数 密级 是否可复印 交接人 接收人签字 归还时间 归还清点 备注"
)
ROW = RegisterRow(
    1,
    ref="R-014",
    text="=2023年会议记录",
    unit="松河镇",
    lines=(
        RegisterLine(title="M-0001 会议记录", form=say("原件"), copies="1", remark=("H-001", say("再次提供"))),
        RegisterLine(title="M-0002 会议通知", form=say("复印件"), copies="2"),
    ),
)


def sheet(*rows: RegisterRow):
    out = BytesIO()
    write_register(out, rows, heading=HEADING)
    return load_workbook(BytesIO(out.getvalue())).active


def test_the_columns_are_those_of_the_trade():
    made = sheet(ROW)
    assert " ".join(cell.value for cell in made[3]) == COLUMNS
    assert (made.title, made["A1"].value, made.print_title_rows) == (
        "资料调阅登记表",
        "省委巡视资料调阅登记表",
        "$3:$3",
    )


def test_a_request_speaks_once_and_each_material_on_its_own_line():
    values = list(sheet(ROW).iter_rows(min_row=4, values_only=True))
    assert [(row[1], row[4], row[11], row[13], row[14], row[22]) for row in values] == [
        ("R-014", "=2023年会议记录", "M-0001 会议记录", "原件", "1", "H-001\n再次提供"),
        (None, None, "M-0002 会议通知", "复印件", "2", None),
    ]


def test_a_request_without_materials_still_has_its_line():
    assert sheet(RegisterRow(1, ref="R-015", text="花名册"))["B4"].value == "R-015"
