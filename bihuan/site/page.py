"""What does every page need around its content? The frame: who is looking, what they may open, which round.

Everything is worked out on first use, so a fragment for htmx, which shows no frame, pays for none of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

from bihuan.desk.queries.arrangers import marked
from bihuan.desk.queries.handovers import still_out
from bihuan.rounds.models import Round
from bihuan.rounds.queries import rounds_for
from bihuan.rules.warnings import Colour, Scheme, colour_of
from bihuan.site.words import words
from bihuan.watch.queries.colours import scheme_by
from bihuan.watch.queries.inbox import unread, with_unread


def anyone(viewer: Any) -> bool:
    return True


def overseer(viewer: Any) -> bool:
    """The trail is read by those who see the whole organisation."""
    return bool(viewer.sees_all)


def administrator(viewer: Any) -> bool:
    return bool(viewer.is_office)


@dataclass(frozen=True)
class NavItem:
    """One place in the left rail: its word, the name of its url, its icon, and who is shown it."""

    label: str
    name: str
    icon: str
    allowed: Callable[[Any], bool] = anyone
    on_phone: bool = True


# No eval and no style element, for the policy in settings; no page kept in the browser's storage, for privacy.
# A refusal (409, 422) comes with a fragment that says why, so it is shown like any answer.
HTMX = {
    "allowEval": False,
    "includeIndicatorStyles": False,
    "selfRequestsOnly": True,
    "historyCacheSize": 0,
    "refreshOnHistoryMiss": True,
    "scrollIntoViewOnBoost": False,
    "responseHandling": [
        {"code": "204", "swap": False},
        {"code": "[23]..", "swap": True},
        {"code": "409|422", "swap": True},
        {"code": "[45]..", "swap": False, "error": True},
    ],
}

NAV = (
    NavItem(_("今日"), "today", icon="sun"),
    NavItem(_("台账"), "ledger", icon="journal-check"),
    NavItem(_("联络台"), "desk", icon="inboxes"),
    NavItem(_("轮次"), "rounds", icon="arrow-repeat", on_phone=False),
    NavItem(_("审核"), "review", icon="clipboard-check"),
    NavItem(_("发文"), "dispatch", icon="send", on_phone=False),
    NavItem(_("谁手里"), "holding", icon="hourglass-split", on_phone=False),
    NavItem(_("督办"), "letters", icon="flag-fill", on_phone=False),
    NavItem(_("管理"), "people", icon="people", allowed=administrator, on_phone=False),
    NavItem(_("留痕"), "trail", icon="clock-history", allowed=overseer, on_phone=False),
)


@dataclass(frozen=True)
class Place:
    """A rail entry as this person sees it now."""

    label: str
    url: str
    icon: str
    on_phone: bool
    here: bool


@dataclass(frozen=True)
class RoundChoice:
    """A round in the switcher at the top."""

    ref: str
    title: str
    url: str
    here: bool


class Shell:
    """The frame of one request's page. Without a request (a fault, a test) it is the frame for nobody."""

    def __init__(self, request: HttpRequest | None) -> None:
        self.request = request
        self.viewer = getattr(request, "viewer", None)
        self.here = request.get_full_path() if request else "/"
        self.languages = settings.LANGUAGES
        self.words = words
        self.htmx = HTMX

    @property
    def now(self) -> datetime:
        return timezone.localtime()

    @property
    def sign_in(self) -> str:
        return settings.LOGIN_URL

    @property
    def who(self) -> str:
        """Keeps the drafts of two people on one computer apart."""
        return str(self.viewer.account.pk) if self.viewer else ""

    @property
    def language(self) -> str:
        return get_language() or settings.LANGUAGE_CODE

    @cached_property
    def nav(self) -> list[Place]:
        if not self.viewer:
            return []
        places = ((item, reverse(item.name)) for item in NAV if item.allowed(self.viewer))
        return [Place(gettext(item.label), url, item.icon, item.on_phone, self.is_at(url)) for item, url in places]

    @cached_property
    def rounds(self) -> list[RoundChoice]:
        """The rounds this person may see, newest first, each with its page."""
        pairs = ((each, reverse("round", kwargs={"ref": each.ref})) for each in self._rounds)
        return [RoundChoice(each.ref, each.title, url, self.is_at(url)) for each, url in pairs]

    @cached_property
    def arranges(self) -> bool:
        """Whether this person is shown that there are pages about interviews: two people are."""
        return any(each.arranged for each in self._rounds)

    @cached_property
    def _rounds(self) -> list[Round]:
        """One query for the switcher, for what it tells about interviews, for the reminders and the warning colours."""
        if not self.viewer:
            return []
        rounds = marked(
            rounds_for(self.viewer).prefetch_related(None).select_related("organisation__colour_scheme"), self.viewer
        )
        return list(with_unread(rounds, self.viewer))

    @cached_property
    def still_out(self) -> int:
        """How many materials are with the inspection group and have to come back: always in sight on the desk."""
        return still_out(self.viewer).count() if self.viewer else 0

    @cached_property
    def unread(self) -> int:
        """How many reminders this person has not read yet; told with the rounds, where there is one."""
        if not self.viewer:
            return 0
        return self._rounds[0].unread if self._rounds else unread(self.viewer)

    def colour_of(self, due: date | None, done: bool = False) -> Colour | None:
        """The organisation's warning colour for a due date today, for whichever app shows the date."""
        return colour_of(self._scheme, due, today=timezone.localdate(), done=done) if self._scheme else None

    @cached_property
    def _scheme(self) -> Scheme | None:
        """Told with the rounds, where there is one; none for nobody."""
        if not self.viewer:
            return None
        organisation = self._rounds[0].organisation if self._rounds else self.viewer.organisation
        return scheme_by(getattr(organisation, "colour_scheme", None))

    def is_at(self, url: str) -> bool:
        path = unquote(self.here.partition("?")[0])
        return path == url if url == "/" else path.startswith(url)


def context(request: HttpRequest) -> dict[str, Any]:
    """The context processor: what each template may rely on besides what its view gives it."""
    shell = Shell(request)
    return {"shell": shell, "viewer": shell.viewer, "today": timezone.localdate()}
