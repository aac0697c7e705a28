"""A pasted list of people: laid into free slots as a proposal, changed by hand, then planned as a whole."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bihuan.desk.actions.interview import plan
from bihuan.desk.actions.looking import Page, look
from bihuan.desk.forms.interviews import MINUTE, LineForm, PasteForm
from bihuan.desk.queries.interview_list import Laid, laid
from bihuan.desk.queries.interviews import rooms_of
from bihuan.desk.views.arranging import arranger_only
from bihuan.desk.views.interviews import to_day
from bihuan.reading.kinds.interviewees import listed
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words

MOST = 200


@arranger_only
@require_http_methods(["GET", "POST"])
def interview_paste(request: HttpRequest, round: Round) -> HttpResponse:
    if "rows" in request.POST:
        return _confirm(request, round)
    first = {"since": timezone.localdate() + timedelta(days=1), "minutes": PasteForm.base_fields["minutes"].initial}
    form = PasteForm(round, request.POST or None, initial=first)
    context = {"round": round, "form": form, "rooms": rooms_of(round)}
    if not form.is_valid():
        return render(request, "desk/interview_paste.html", context, status=422 if form.is_bound else 200)
    people = listed(form.cleaned_data["text"])
    if not 0 < len(people) <= MOST or not context["rooms"]:
        form.add_error("text", _why_not(len(people)))
        return render(request, "desk/interview_paste.html", context, status=422)
    return _propose(request, round, form)


def _why_not(count: int) -> str:
    if not count:
        return _("名单里没有认出姓名，请一行写一人。")
    return (
        _("一次最多排 %(most)s 人，请分几次粘贴。") % {"most": MOST} if count > MOST else _("还没有谈话室，请先登记。")
    )


def _propose(request: HttpRequest, round: Round, form: PasteForm) -> HttpResponse:
    people, at = listed(form.cleaned_data["text"]), timezone.now()
    found = laid(round, people, since=form.first_day, length=form.length, at=at)
    if any(each.known for each in found):
        look(round, Page.LIST, by=request.viewer, at=at)
    lines = [(_line(round, each, form), [words(doubt) for doubt in each.doubts]) for each in found]
    return render(request, "desk/interview_lines.html", {"round": round, "lines": lines, "reasons": ()})


def _line(round: Round, each: Laid, form: PasteForm) -> LineForm:
    start, notifier = timezone.localtime(each.start), form.cleaned_data["notifier"]
    typed = {
        **vars(each.person),
        "room": each.room.name,
        "day": start.date(),
        "start": start.time(),
        "minutes": form.length // MINUTE,
        "notifier": notifier.username if notifier else "",
        "take": not each.known,
    }
    return LineForm(round, initial=typed, prefix=f"line{each.line}")


def _confirm(request: HttpRequest, round: Round) -> HttpResponse:
    text = request.POST["rows"]
    count = min(int(text), MOST) if text.isdecimal() and len(text) < 5 else 0
    lines = [LineForm(round, request.POST, prefix=f"line{n}") for n in range(1, count + 1)]
    taken = [(n, form) for n, form in enumerate(lines, start=1) if form.taken]
    page = {"round": round, "lines": [(form, []) for form in lines], "reasons": ()}
    if not taken or not all(form.is_valid() for _n, form in taken):
        page["reasons"] = (_("没有要排入的人，请至少勾选一行。") if not taken else _("有几行需要改正，已在行内标出。"),)
        return render(request, "desk/interview_lines.html", page, status=422)
    wanted = [form.planned(n) for n, form in taken]
    done = plan(round, wanted, by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        page["reasons"] = (words(done.reason),)
        return render(request, "desk/interview_lines.html", page, status=STATUS[done.kind])
    messages.success(request, _("已排定 %(count)s 场谈话。") % {"count": len(done)})
    return to_day(round, timezone.localdate(done[0].starts_at))
