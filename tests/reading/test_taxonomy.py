"""A taxonomy is a file that a person can write; what cannot be used is told with its line."""

import pytest

from bihuan.reading.aspects import aspect_name, aspect_of, is_aspect
from bihuan.reading.document import understand
from bihuan.reading.taxonomy import LONGEST, SHIPPED, SHIPPED_TEXT, Aspect, Taxonomy, in_force, parse, using
from bihuan.say import Say
from tests.reading.made import paragraphs

OWN = """
# 县里自己的分类
"统一名称" = ["民生专项"]

["民生专项"]
"养老服务" = "养老服务/养老机构"
"校园餐" = "校园餐…专项/学校食堂"

['工程']
"工程建设" = "工程建设…招投标…监管"
"""


def parsed(text: str) -> Taxonomy:
    found = parse(text)
    assert isinstance(found, Taxonomy)
    return found


def test_a_file_is_sets_of_aspects_with_their_wordings_in_order():
    assert parsed(OWN) == Taxonomy(
        (
            Aspect("民生专项", "养老服务", ("养老服务", "养老机构")),
            Aspect("民生专项", "校园餐", ("校园餐…专项", "学校食堂")),
            Aspect("工程", "工程建设", ("工程建设…招投标…监管",)),
        ),
        frozenset({"民生专项"}),
    )


def test_the_shipped_file_begins_with_the_special_parts():
    assert parsed(SHIPPED_TEXT) == SHIPPED
    assert [aspect.name for aspect in SHIPPED.aspects][:3] == ["选人用人", "意识形态", "巡察工作"]
    assert SHIPPED.one_name == {"专项"}
    groups = ["专项", "四聚焦", "四个落实", "三大问题", "六个建设", "六项纪律", "四风"]
    assert list(dict.fromkeys(aspect.set for aspect in SHIPPED.aspects)) == groups


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("校园餐管理专项检查", "校园餐"),
        ("校园餐" + "管" * 14 + "专项", "校园餐"),
        ("校园餐" + "管" * 15 + "专项", None),
        ("“养老”服务方面", "养老服务"),
        ("工程建设领域招投标环节监管", "工程建设"),
        ("养老", None),
    ],
)
def test_a_gap_is_at_most_fourteen_characters_and_quotes_are_no_part_of_a_wording(text: str, name: str | None):
    found = parsed(OWN).aspect_of(text)

    assert (found.name if found else None) == name


def test_the_first_that_fits_is_taken():
    both = '["甲"]\n"作风" = "作风建设"\n["乙"]\n"建设" = "风建设"\n'

    assert parsed(both).aspect_of("作风建设方面") == Aspect("甲", "作风", ("作风建设",))


@pytest.mark.parametrize(("wordings", "kept"), [("甲乙／丙丁 / ", ("甲乙", "丙丁")), ("甲乙……丙丁", ("甲乙…丙丁",))])
def test_wordings_may_be_typed_in_full_width_too(wordings: str, kept: tuple[str, ...]):
    assert parsed(f'["组"]\r\n"方面" = "{wordings}"\r\n').aspects == (Aspect("组", "方面", kept),)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('["组"]\n“甲” = "甲方"', '第 2 行的写法不对，请写成 "方面" = "写法/写法"，引号和等号用英文的。'),
        ('["组"]\n"甲" = "甲方', '第 2 行的写法不对，请写成 "方面" = "写法/写法"，引号和等号用英文的。'),
        ('["组"]\n"甲" = "甲方"\n"甲" = "甲乙"\n', "第 3 行的名称前面已经有了，请合成一处。"),
        ('["组"]\n"甲" = "甲方"\n\n["组"]\n', "第 4 行的名称前面已经有了，请合成一处。"),
        ('# 说明\n"甲" = "甲方"', '第 2 行的“甲”不在分组里，请在它前面写一行 ["分组"]。'),
        ('"统一名称" = ["专项"]\n["组"]\n"甲" = "甲方"', '第 1 行的“统一名称”写成 ["分组"]，只能列出下面有的分组。'),
        ('"统一名称" = "组"\n["组"]\n"甲" = "甲方"', '第 1 行的“统一名称”写成 ["分组"]，只能列出下面有的分组。'),
        ('"统一名称" = [["组"]]\n["组"]\n"甲" = "甲方"', '第 1 行的“统一名称”写成 ["分组"]，只能列出下面有的分组。'),
        ('["组"]\n"甲" = ""', '第 2 行的“甲”没有写法，请写成 "方面" = "写法/写法"。'),
        ('["组"]\n"甲" = "甲方"\n["乙组"]\n"甲" = 3', '第 4 行的“甲”没有写法，请写成 "方面" = "写法/写法"。'),
        ('["组"]\n"甲" = "甲方/的"', "第 2 行的写法“的”太短，每一段至少两个字。"),
        ('["组"]\n"甲" = "甲方…"', "第 2 行的写法“甲方…”太短，每一段至少两个字。"),
        ('["组"]\n"甲" = "甲方…乙方…丙方…丁方"', "第 2 行的写法“甲方…乙方…丙方…丁方”里“…”太多，最多两个。"),
        ('["组"]\n"甲" = "甲方\\u0000"', "第 2 行有换行或看不见的字符，请删去。"),
        ('["组"]\n" " = "甲方"', "第 2 行的名称或它的分组不能用，请写 1 到 100 个字。"),
        ("# 空的\n", "文件里没有方面，请至少写一个。"),
        ("字" * (LONGEST + 1), "方面分类超过 20000 字，请删减后再保存。"),
        ('["组"]\n"甲" = ' + "[" * 9000, '第 2 行的写法不对，请写成 "方面" = "写法/写法"，引号和等号用英文的。'),
        ('["组"]\n"甲" = ' + "9" * 5000, '第 2 行的写法不对，请写成 "方面" = "写法/写法"，引号和等号用英文的。'),
    ],
)
def test_a_file_that_cannot_be_used_says_in_which_line_and_how_to_write_it(text: str, sentence: str):
    found = parse(text)

    assert (isinstance(found, Say), str(found)) == (True, sentence)


LETTER = "一、养老服务方面\n1.床位闲置，入住率不足三成。\n二、关于“学校食堂”检查情况\n1.采购台账缺失。\n"


def test_a_letter_is_read_by_the_taxonomy_that_is_given():
    by_own = understand(paragraphs(LETTER), kind="feedback", taxonomy=parsed(OWN))

    assert [draft.aspect for draft in by_own.findings] == ["养老服务", "校园餐"]
    assert [draft.aspect for draft in understand(paragraphs(LETTER), kind="feedback").findings][1] != "校园餐"


def test_outside_of_its_reading_the_shipped_taxonomy_holds():
    with using(parsed(OWN)):
        assert (aspect_of("选人用人方面"), is_aspect("学校食堂情况"), aspect_name("学校食堂情况")) == (
            None,
            True,
            "校园餐",
        )
    assert (in_force(), is_aspect("学校食堂情况")) == (SHIPPED, False)
