"""What does a message to the outside say? Where to look and how much there is; never what it is about."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def subject() -> str:
    return _("闭环提醒")


def for_person(count: int, *, urgent: bool) -> str:
    """To one person, in the language that is active."""
    if urgent:
        told = _("您有一项即将到期或已经逾期，请尽快登录闭环查看。")
    else:
        told = ngettext(
            "您今天有 %(num)s 项提醒，请登录闭环查看。", "您今天有 %(num)s 项提醒，请登录闭环查看。", count
        ) % {"num": count}
    return f"{told}\n{place()}".strip()


def for_group(organisation: str, *, people: int, items: int, urgent: bool) -> str:
    """To a group's robot, which nobody in particular reads."""
    values = {"organisation": organisation, "people": people, "items": items}
    if urgent:
        told = _("%(organisation)s：有事项即将到期或已经逾期，已提醒 %(people)s 人，请登录闭环查看。") % values
    else:
        told = _("%(organisation)s：今天提醒 %(people)s 人、%(items)s 项，请登录闭环查看。") % values
    return f"{told}\n{place()}".strip()


def place() -> str:
    """The address of the page 提醒, where the office has said under which address the product is reached."""
    return f"{settings.PUBLIC_ADDRESS}/reminders/" if settings.PUBLIC_ADDRESS else ""
