"""In whose name does a command act? An account's: what it may see and do holds on the command line as on the pages."""

from typing import TYPE_CHECKING

from bihuan.site.terminal import BadInput, _

if TYPE_CHECKING:
    from bihuan.people.models import Account
    from bihuan.people.viewer import Viewer
    from bihuan.rounds.models import Round


def viewer(username: str | None) -> "Viewer":
    """The viewer of that account; without a name, of the office where there is one organisation. Raises BadInput."""
    from bihuan.people.viewer import viewer_of

    return viewer_of(account(username) if username else office())


def account(username: str) -> "Account":
    from bihuan.people.models import Account

    found = Account.objects.select_related("organisation").filter(username=username, is_active=True).first()
    if found is None:
        raise BadInput(_("没有可用的账号 {username}。").format(username=username))
    return found


def office() -> "Account":
    """The first account of the office, if there is no doubt of which organisation."""
    from bihuan.people.models import Organisation
    from bihuan.people.queries import holders
    from bihuan.rules.people import Role

    organisations = list(Organisation.objects.all()[:2])
    if not organisations:
        raise BadInput(_("这里还没有任何单位的数据。"))
    if len(organisations) > 1:
        raise BadInput(_("这里有多个单位的数据，请用 --as 写明以哪个账号的名义。"))
    first = holders(organisations[0], Role.OFFICE).select_related("organisation").first()
    if first is None:
        raise BadInput(_("还没有整改办的账号，请用 --as 写明以哪个账号的名义。"))
    return first


def round_named(ref: str, by: "Viewer") -> "Round":
    """The round `R2` of the viewer's organisation. Raises BadInput naming the rounds there are."""
    from django.http import Http404

    from bihuan.rounds.queries import round_for, rounds_for

    try:
        return round_for(by, ref)
    except Http404:
        there = _("、").join(sorted(each.ref for each in rounds_for(by))) or _("无")
        raise BadInput(_("没有轮次 {ref}。现有轮次：{there}。").format(ref=ref, there=there)) from None
