"""What stands in the spreadsheet that an office fills in? The columns that the import reads, and how to fill them."""

from typing import IO

from django.utils.translation import gettext as _

from bihuan.people.models import Organisation
from bihuan.people.queries.roster import person_rows, unit_rows
from bihuan.reading.kinds.people import NOTES, PERSON_FIELDS, UNIT_FIELDS, Field
from bihuan.rules.people import HELD, NAMES
from bihuan.writing import people
from bihuan.writing.people import Column, Sheet

WIDTHS = {"name": 24, "parent": 24, "unit": 24, "charge": 40, "username": 18, "title": 20, "phone": 16}
ROLES = tuple(NAMES[role].text for role in HELD)


def write(out: IO[bytes], organisation: Organisation, *, filled: bool) -> None:
    """The sheets 单位, 人员 and 说明; the column names are Chinese in every language, because the import knows them."""
    units = unit_rows(organisation) if filled else []
    persons = person_rows(organisation) if filled else []
    sheets = [Sheet("单位", columns(UNIT_FIELDS), units), Sheet("人员", columns(PERSON_FIELDS), persons)]
    people.write(out, sheets, notes_name=NOTES, notes=notes())


def columns(fields: tuple[Field, ...]) -> tuple[Column, ...]:
    return tuple(
        Column(field.titles[0], WIDTHS.get(field.name, 12), ROLES if field.name == "role" else ()) for field in fields
    )


def notes() -> list[tuple[str, str]]:
    return [
        (named("单位名称"), _("全称，不能重复。")),
        (named("上级单位"), _("上级单位的名称；留空就直接放在最上面的单位之下。")),
        (named("简称", "排序"), _("可以留空；同级单位按排序从小到大排列。")),
        (named("姓名", "登录名"), _("登录名用小写字母和数字，以后不能修改；一人有几个岗位就写几行，登录名相同。")),
        (named("单位", "职务"), _("单位用全称或简称，须已在系统中或写在“单位”表里。")),
        (named("角色"), named(*ROLES)),
        (named("分管单位"), _("只填责任领导；几个单位之间用顿号隔开，包括它们的下级。")),
        (_("再次导入"), _("相同的行不变，留空的格不变；名单里没有的单位和人员也不变。")),
    ]


def named(*titles: str) -> str:
    """Columns as they stand in the sheets, each with its meaning where the reader's language is another."""
    return _("、").join(title if _(title) == title else f"{title} ({_(title)})" for title in titles)
