"""Bringing in a list of units and people: the template, the dry run, and the confirmation.

Between dry run and confirmation the list travels in the page, signed: nothing is kept on the server, and nobody can
confirm anything but what was shown to them.
"""

from dataclasses import asdict
from io import BytesIO

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from bihuan.people import actions, template
from bihuan.people.forms import UploadForm
from bihuan.people.gate import office_only
from bihuan.people.roster import Plan
from bihuan.people.views.account import slips
from bihuan.people.views.form_page import done, sent
from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats import read_blocks
from bihuan.reading.kinds import people
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words

SALT = "bihuan.people.roster"
AN_HOUR = 60 * 60
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@office_only
def people_import(request: HttpRequest) -> HttpResponse:
    """The upload, and as its answer the dry run."""
    form = UploadForm(sent(request), request.FILES or None)
    if not form.is_valid():
        return upload(request, form)
    file = form.cleaned_data["file"]
    if file.size > settings.UPLOAD_LIMIT:
        form.add_error("file", _("文件超过 %(limit)s MB，请拆分后再上传。") % {"limit": settings.UPLOAD_LIMIT >> 20})
        return upload(request, form)
    try:
        roster = people.read(read_blocks(file.read(), file.name))
    except Unreadable as problem:
        form.add_error("file", words(problem.reason))
        return upload(request, form)
    return dry_run(request, roster, actions.plan_import(request.viewer.organisation, roster))


@never_cache
@require_POST
@office_only
def people_import_confirm(request: HttpRequest) -> HttpResponse:
    """What was shown is done, and the first passwords are shown this once."""
    viewer = request.viewer
    try:
        kept = signing.loads(request.POST.get("roster", ""), salt=SALT + viewer.username, max_age=AN_HOUR)
    except signing.BadSignature:
        form = UploadForm({}, {})
        form.errors.clear()
        return upload(request, form, _("核对页已超过一小时或不完整，请重新上传名单。"))
    roster = thawed(kept["roster"])
    outcome = actions.import_people(viewer.organisation, roster, mark=kept["mark"], by=viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        again = actions.plan_import(viewer.organisation, roster)
        return dry_run(request, roster, again, words(outcome.reason), STATUS[outcome.kind])
    if outcome.slips:
        return slips(request, outcome.slips, reverse("people"))
    return done(request, _("名单已导入，没有新增人员。"), reverse("people"))


@require_GET
@office_only
def people_import_template(request: HttpRequest) -> HttpResponse:
    """The template; with `?filled=1` what is already known stands in it."""
    filled, out = bool(request.GET.get("filled")), BytesIO()
    template.write(out, request.viewer.organisation, filled=filled)
    name = "people.xlsx" if filled else "people-template.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(out.getvalue(), content_type=XLSX, headers=headers)


def upload(request: HttpRequest, form: UploadForm, reason: str = "") -> HttpResponse:
    status = 422 if form.errors or reason else 200
    return render(request, "people/import.html", {"form": form, "reason": reason}, status=status)


def dry_run(
    request: HttpRequest, roster: people.Roster, plan: Plan, reason: str = "", status: int = 200
) -> HttpResponse:
    """What would happen, with the list itself signed into the page."""
    kept = {"roster": asdict(roster), "mark": plan.mark} if not plan.faults else {}
    signed = signing.dumps(kept, salt=SALT + request.viewer.username, compress=True)
    shown = {"plan": plan, "counts": plan.counts(), "skipped": roster.skipped, "signed": signed, "reason": reason}
    status = 422 if plan.faults and status == 200 else status
    return render(request, "people/dry_run.html", shown, status=status)


def thawed(kept: dict) -> people.Roster:
    """The roster out of its plain form; one that was signed had no faults."""
    units = tuple(people.UnitDraft(people.Row(**unit.pop("place")), **unit) for unit in kept["units"])
    drafts = tuple(
        people.PersonDraft(people.Row(**each.pop("place")), charge=tuple(each.pop("charge")), **each)
        for each in kept["people"]
    )
    return people.Roster(units, drafts)
