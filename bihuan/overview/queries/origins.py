"""Where did a finding come from, and which finding came from here? The one place that knows both sides of the link."""

import re

from django.urls import reverse

from bihuan.desk.models import CheckAnswer, Request
from bihuan.desk.queries.requests import request_for
from bihuan.desk.queries.sheets import sheet_for
from bihuan.ledger.models import Finding
from bihuan.ledger.queries.findings import findings_for
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rules.request import Kind, Status


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


def origin_address(viewer: Viewer, finding: Finding) -> str:
    """The page that the finding came from; 404 where it is none of this viewer's, or where a letter brought it."""
    ref = finding.origin_ref
    if match := re.fullmatch(r"(S-[0-9]+)/(U-[0-9]+)/([0-9]+)", ref):
        sheet_for(viewer, match[1], match[2])
        return f"{reverse('checksheet', kwargs={'ref': match[1], 'unit': match[2]})}#p{match[3]}"
    return reverse("request", kwargs={"ref": request_for(viewer, ref).ref})
