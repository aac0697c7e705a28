"""What does a list of units and people say, and which cells are wrong?"""

from bihuan.reading.blocks import Block, Document
from bihuan.reading.kinds.people import read


def sheet(name, *rows, table=1):
    """The cells of one sheet, as a format gives them: empty ones are not there."""
    return [
        Block(0, text, "cell", table=table, sheet=name, row=row, column=column)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    ]


def faults(*blocks):
    return [(f.sheet, f.row, f.letter, str(f.reason)) for f in read(Document(tuple(blocks))).faults]


UNITS = ["单位名称", "上级单位", "简称", "排序"]
PEOPLE = ["姓名", "登录名", "单位", "职务", "角色", "分管单位", "手机"]


def test_units_and_people_are_known_by_their_column_names():
    blocks = [
        *sheet("甲", UNITS, ["松河镇", "云岭县", "松河", "3"], ["青石村", "松河镇"]),
        *sheet(
            "乙", PEOPLE, ["林一", "Lin.Yi", "松河镇", "副镇长", "责任领导", "青石村、红岩村，青石村", "138"], table=2
        ),
    ]
    roster = read(Document(tuple(blocks)))
    assert [(u.name, u.parent, u.short_name, u.order) for u in roster.units] == [
        ("松河镇", "云岭县", "松河", 3),
        ("青石村", "松河镇", "", None),
    ]
    [person] = roster.people
    assert (person.name, person.username, person.unit, person.title, person.role, person.phone) == (
        "林一", "lin.yi", "松河镇", "副镇长", "责任领导", "138",
    )  # fmt: skip
    assert person.charge == ("青石村", "红岩村")
    assert (person.place.sheet, person.place.row) == ("乙", 2)
    assert roster.faults == ()


def test_other_names_of_a_column_titles_above_and_remarks_in_brackets_are_understood():
    head = ["姓 名*", "账号（小写）", "所在单位", "权限"]
    roster = read(Document(tuple(sheet("人员", ["云岭县人员名单"], head, ["林一", "lin", "松河镇", "经办人"]))))
    assert [(p.name, p.username, p.unit, p.role) for p in roster.people] == [("林一", "lin", "松河镇", "经办人")]


def test_a_merged_cell_counts_for_every_row():
    blocks = sheet("人员", [*PEOPLE[:3], "角色"], ["林一", "lin", "", "经办人"], ["吴二", "wu", "", "经办人"])
    blocks.append(Block(0, "松河镇", "cell", table=1, sheet="人员", row=2, column=3, row_span=2))
    assert [p.unit for p in read(Document(tuple(blocks))).people] == ["松河镇", "松河镇"]


def test_a_full_width_username_is_the_same_as_a_plain_one():
    blocks = sheet("人员", [*PEOPLE[:3], "角色"], ["林一", "ＬＩＮ１", "松河镇", "经办人"])
    assert [p.username for p in read(Document(tuple(blocks))).people] == ["lin1"]


def test_an_empty_required_cell_is_named_with_row_and_column():
    assert faults(*sheet("人员", PEOPLE[:5], ["林一", "", "松河镇", "", "经办人"], ["", "", "", "", ""])) == [
        ("人员", 2, "B", "没有填“登录名”，请补上，或删去这一行。")
    ]


def test_a_missing_column_is_named_once():
    assert faults(*sheet("人员", ["姓名", "登录名", "单位"], ["林一", "lin", "松河镇"], ["吴二", "wu", "松河镇"])) == [
        ("人员", 1, "", "缺少“角色”一列，请补上列名和内容。")
    ]


def test_an_order_that_is_no_number_and_a_name_that_is_too_long_are_faults():
    assert faults(*sheet("单位", UNITS, ["松河镇", "", "", "第一"], ["长" * 101])) == [
        ("单位", 2, "D", "排序“第一”不是 0 到 99999 的整数，请改正或留空。"),
        ("单位", 3, "A", "“单位名称”超过 100 个字，请缩短。"),
    ]


def test_a_sheet_without_known_columns_is_skipped_and_said():
    blocks = [*sheet("别的", ["日期", "事项"]), *sheet("说明", ["随便"]), *sheet("单位", UNITS, ["松河镇"], table=3)]
    roster = read(Document(tuple(blocks)))
    assert roster.skipped == ("别的",)
    assert [unit.name for unit in roster.units] == ["松河镇"]


def test_a_file_without_any_list_says_what_is_expected():
    assert faults(Block(0, "关于印发名单的通知")) == [
        ("", 0, "", "没有找到名单：列名应为“单位名称”或“姓名、登录名、单位、角色”，可以下载模板填写。")
    ]


def test_a_list_that_is_too_long_is_refused_as_a_whole():
    rows = [[f"第{number}村"] for number in range(5001)]
    assert faults(*sheet("单位", UNITS, *rows)) == [("", 0, "", "名单超过 5000 行，请分几次导入。")]
