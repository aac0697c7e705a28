"""Where did a finding come from, and which finding came from here? The one place that knows both sides of the link."""

import re
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from bihuan.desk.models import CheckAnswer, Request
from bihuan.desk.queries.requests import request_for
from bihuan.desk.queries.sheets import sheet_for
from bihuan.ledger.models import Finding, Origin
from bihuan.ledger.queries.findings import findings_for
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rules.request import Kind, Status
from bihuan.say import Say, say

WORDS: dict[str, Say] = {
    Origin.LETTER: say("巡视反馈"),
    Origin.REQUEST: say("驻点期间立行立改"),
    Origin.SELF: say("自查发现"),
}


@dataclass(frozen=True)
class From:
    """Where a finding came from, in words, and the page of it where this viewer may open it."""

    words: Say
    ref: str
    url: str


def ref_of(thing: Request | CheckAnswer) -> str:
    """`R-014`, or `S-001/U-014/3`."""
    return thing.ref if isinstance(thing, Request) else f"{thing.sheet.ref}/{thing.point.number}"


def finding_from(organisation: Organisation, ref: str) -> Finding | None:
    return Finding.objects.filter(organisation=organisation, origin_ref=ref).first()


def finding_seen(viewer: Viewer, thing: Request | CheckAnswer) -> Finding | None:
    """The finding that came from here, where the viewer may see it."""
    return findings_for(viewer).filter(origin_ref=ref_of(thing)).first()


def may_become_finding(viewer: Viewer, request: Request) -> bool:
    return viewer.is_office and request.kind == Kind.FIX and request.status != Status.WITHDRAWN


def origin_for(viewer: Viewer, finding: Finding) -> From | None:
    """Nothing for what the letter brought, which has its place in the original."""
    if finding.origin == Origin.LETTER:
        return None
    return From(WORDS[finding.origin], finding.origin_ref, _address(viewer, finding.origin_ref))


def _address(viewer: Viewer, ref: str) -> str:
    """The page that the finding came from, or nothing where it is none of this viewer's."""
    try:
        if match := re.fullmatch(r"(S-[0-9]+)/(U-[0-9]+)/([0-9]+)", ref):
            sheet_for(viewer, match[1], match[2])
            return f"{reverse('checksheet', kwargs={'ref': match[1], 'unit': match[2]})}#p{match[3]}"
        return reverse("request", kwargs={"ref": request_for(viewer, ref).ref})
    except Http404:
        return ""
