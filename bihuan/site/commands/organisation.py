"""How does an empty installation get its first organisation? With an office, which does everything else in pages."""

import click

from bihuan.site.terminal import BadInput, _, render


@click.command(
    help=_("建立一个单位（被巡视党组织），并为它的整改办开第一个账号。初始密码只显示这一次。"),
    epilog="\b\n"
    + _("例如：")
    + "\n  bihuan organisation yunling 云岭县 --office 县委办公室 --username chenming --person 陈明",
)
@click.argument("code")
@click.argument("name")
@click.option("--office", required=True, help=_("整改办设在哪个部门，如 县委办公室。"))
@click.option("--username", required=True, help=_("第一个账号的登录名。"))
@click.option("--person", required=True, help=_("第一个账号的姓名。"))
def command(code: str, name: str, office: str, username: str, person: str) -> None:
    from bihuan.site import start

    start.load()
    start.migrate()

    from django.core.exceptions import ValidationError
    from django.core.validators import validate_slug
    from django.utils import timezone

    from bihuan.people.actions.organisation import open_organisation
    from bihuan.rules.life import Refusal

    try:
        validate_slug(code)
    except ValidationError as error:
        raise BadInput(_("代号“{code}”只能用英文字母、数字、连字符和下划线。").format(code=code)) from error
    done = open_organisation(code, name, office=office, username=username, person=person, at=timezone.now())
    if isinstance(done, Refusal):
        raise BadInput(render(done.reason))
    click.echo(_("已建立 {name}。").format(name=name))
    click.echo(
        _("{username} 的初始密码：{password}（首次登录后须修改）").format(
            username=done.username, password=done.password
        )
    )
