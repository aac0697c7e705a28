"""The office's page of aspects: the table in force, a heading to try it with, and the file to change it by."""

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bihuan.ledger.actions import taxonomy as actions
from bihuan.ledger.forms.taxonomy import HeadingForm, TaxonomyForm
from bihuan.ledger.queries.taxonomy import held_taxonomy, tried
from bihuan.people.gate import office_only
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words


@office_only
@require_http_methods(["GET", "HEAD", "POST"])
def taxonomy(request: HttpRequest) -> HttpResponse:
    """What holds now; a POST changes it."""
    if request.method != "POST":
        return _show(request, TaxonomyForm(initial={"text": held_taxonomy(request.viewer.organisation).text}))
    form = TaxonomyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, form, status=422)
    text = form.cleaned_data["text"]
    done = actions.change_taxonomy(request.viewer.organisation, text, by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        form.add_error(None, words(done.reason))
        return _show(request, form, status=STATUS[done.kind], fault=_line_of(done, text))
    messages.success(request, _("已保存方面分类，以后读入的文件都照此归类。"))
    return redirect("taxonomy")


def _line_of(refusal: Refusal, text: str) -> str:
    """The line that the refusal speaks of, as it was written."""
    number = int(refusal.reason.values.get("line", 0))
    return text.split("\n")[number - 1].strip() if number else ""


def _show(request: HttpRequest, form: TaxonomyForm, status: int = 200, fault: str = "") -> HttpResponse:
    held = held_taxonomy(request.viewer.organisation)
    asked = HeadingForm(request.GET if "heading" in request.GET else None)
    found = tried(held.taxonomy, asked.cleaned_data["heading"]) if asked.is_valid() else None
    context = {"form": form, "held": held, "asked": asked, "tried": found, "fault_line": fault}
    return render(request, "ledger/taxonomy.html", context, status=status)


@office_only
@require_safe
def file(request: HttpRequest) -> FileResponse:
    """The file, as the plain editor of an office computer opens it: its ending, byte-order mark and line ends."""
    text = held_taxonomy(request.viewer.organisation).text.replace("\n", "\r\n")
    name = _("方面分类.txt")
    return FileResponse(BytesIO(text.encode("utf-8-sig")), as_attachment=True, filename=name, content_type="text/plain")


@office_only
@require_POST
def restore(request: HttpRequest) -> HttpResponse:
    """Back to the shipped file."""
    done = actions.restore_taxonomy(request.viewer.organisation, by=request.viewer, at=timezone.now())
    return _told(request, done, _("已恢复默认的方面分类，本单位写的仍保留。"), undo=reverse("taxonomy_resume"))


@office_only
@require_POST
def resume(request: HttpRequest) -> HttpResponse:
    """The file that was put aside holds again."""
    done = actions.resume_taxonomy(request.viewer.organisation, by=request.viewer, at=timezone.now())
    return _told(request, done, _("已用回本单位的方面分类。"))


def _told(request: HttpRequest, done: object, text: str, undo: str = "") -> HttpResponse:
    if isinstance(done, Refusal):
        messages.error(request, words(done.reason))
    else:
        messages.success(request, text, extra_tags=undo)
    return redirect("taxonomy")
