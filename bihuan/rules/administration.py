"""Who may look after units, posts and accounts, and which changes would break the house?

The office of the same organisation may, and nobody else; the system may while it builds. Example: a unit is never
moved below itself, and the last post of the office is never ended, because then nobody could make a new one.
"""

import re
from collections.abc import Set

from bihuan.rules.life import Refusal
from bihuan.rules.people import Role, lies_in
from bihuan.say import say

MOST_LEVELS = 12
RESERVED = frozenset({"system", "new"})
"""How the trail names the product itself, and a word of the addresses."""
USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}")


def administer(roles: Set[Role], *, same_organisation: bool) -> Refusal | None:
    """The question before every change to units, posts and accounts."""
    if Role.OFFICE in roles and same_organisation:
        return None
    return Refusal("who", say("单位、岗位和账户由整改办维护。"))


def name_unit(name: str, *, taken: bool) -> Refusal | None:
    if not name:
        return Refusal("what", say("请填写单位名称。"))
    if taken:
        return Refusal("what", say("已有名为“{name}”的单位（可能已撤销），请换一个名称。", name=name))
    return None


def place_unit(path: str, parent_path: str, *, parent_open: bool, levels_below: int = 0) -> Refusal | None:
    """Whether a unit may stand below `parent_path`; `path` is empty for a new unit, `levels_below` its depth."""
    if path.count("/") == 1:
        return Refusal("what", say("最上面的单位不能移动。"))
    if path and lies_in(parent_path, path):
        return Refusal("what", say("不能把单位移到它自己或它的下级之下，请另选上级单位。"))
    if not parent_open:
        return Refusal("what", say("上级单位已经撤销，请另选上级单位。"))
    if parent_path.count("/") + 1 + levels_below > MOST_LEVELS:
        return Refusal("what", say("单位最多 {levels} 层，请另选上级单位。", levels=MOST_LEVELS))
    return None


def close_unit(path: str, *, closed: bool, open_children: int, open_posts: int) -> Refusal | None:
    if path.count("/") == 1:
        return Refusal("what", say("最上面的单位不能撤销。"))
    if closed:
        return Refusal("when", say("这个单位已经撤销。"))
    if open_children:
        return Refusal("what", say("还有 {count} 个下级单位，请先移走或撤销它们。", count=open_children))
    if open_posts:
        return Refusal("what", say("还有 {count} 个岗位在这个单位，请先结束这些岗位。", count=open_posts))
    return None


def reopen_unit(*, closed: bool, parent_open: bool) -> Refusal | None:
    if not closed:
        return Refusal("when", say("这个单位没有撤销。"))
    if not parent_open:
        return Refusal("what", say("上级单位已经撤销，请先恢复上级单位。"))
    return None


def name_account(username: str, name: str, *, taken: bool) -> Refusal | None:
    if not USERNAME.fullmatch(username):
        text = say("登录名“{name}”不能用：请用 2 至 32 个小写字母、数字、点、横线，以字母或数字开头。", name=username)
        return Refusal("what", text)
    if taken or username in RESERVED:
        return Refusal("what", say("登录名“{username}”已被使用，请换一个。", username=username))
    if not name:
        return Refusal("what", say("请填写姓名。"))
    return None


def give_post(role: Role, *, unit_open: bool, account_active: bool, held: bool, charges: int) -> Refusal | None:
    if not unit_open:
        return Refusal("what", say("这个单位已经撤销，不能再设岗位。"))
    if not account_active:
        return Refusal("when", say("这个账户已停用，请先启用再设岗位。"))
    if held:
        return Refusal("what", say("此人在这个单位已有同样的岗位。"))
    return set_charge(role, charges=charges)


def set_charge(role: Role, *, charges: int, ended: bool = False) -> Refusal | None:
    if ended:
        return Refusal("when", say("这个岗位已经结束。"))
    if charges and role is not Role.LEADER:
        return Refusal("what", say("只有责任领导有分管单位，请改选角色或去掉分管单位。"))
    return None


def end_post(role: Role, *, ended: bool, other_office_posts: int) -> Refusal | None:
    if ended:
        return Refusal("when", say("这个岗位已经结束。"))
    if role is Role.OFFICE and not other_office_posts:
        return Refusal("what", say("这是最后一个整改办岗位，结束后就没有人能维护账户了，请先设另一个。"))
    return None


def deactivate(*, active: bool, own: bool, other_office_posts: int, holds_office: bool) -> Refusal | None:
    if not active:
        return Refusal("when", say("这个账户已经停用。"))
    if own:
        return Refusal("what", say("不能停用自己的账户，请由整改办另一位同事办理。"))
    if holds_office and not other_office_posts:
        return Refusal("what", say("这是最后一个整改办账户，停用后就没有人能维护账户了。"))
    return None


def reactivate(*, active: bool) -> Refusal | None:
    return Refusal("when", say("这个账户没有停用。")) if active else None
