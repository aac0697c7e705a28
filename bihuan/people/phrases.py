"""How does the trail word what happened to units, posts and accounts?"""

from bihuan.say import Say, say

PHRASES: dict[str, Say] = {
    "organisation.created": say("建立组织"),
    "unit.added": say("新增单位"),
    "unit.renamed": say("修改单位"),
    "unit.moved": say("移动单位"),
    "unit.closed": say("撤销单位"),
    "unit.reopened": say("恢复单位"),
    "account.added": say("新增账户"),
    "account.changed": say("修改账户"),
    "account.deactivated": say("停用账户"),
    "account.reactivated": say("启用账户"),
    "account.handed_on": say("责任交接"),
    "account.locked": say("多次输错密码，账户锁定"),
    "account.unlocked": say("解除锁定"),
    "account.password_set": say("重置密码"),
    "account.password_changed": say("本人修改密码"),
    "account.settings_changed": say("本人修改资料"),
    "account.signed_in": say("登录"),
    "account.signed_out": say("退出"),
    "post.given": say("设置岗位"),
    "post.title_set": say("修改职务"),
    "post.charge_set": say("调整分管单位"),
    "post.ended": say("结束岗位"),
    "people.imported": say("导入单位和人员"),
}

FIELDS: dict[str, Say] = {
    "name": say("名称"),
    "short_name": say("简称"),
    "parent": say("上级单位"),
    "order": say("排序"),
    "username": say("登录名"),
    "phone": say("手机"),
    "unit": say("单位"),
    "role": say("角色"),
    "title": say("职务"),
    "charge": say("分管单位"),
    "closed_on": say("撤销日期"),
    "ended_on": say("结束日期"),
    "is_demo": say("演示"),
    "language": say("语言"),
    "successor": say("接收人"),
    "count": say("件数"),
    "signed_leaver": say("交出人签名"),
    "signed_successor": say("接收人签名"),
    "left_open": say("未交接件数"),
}
"""What the fields of a line are called."""
