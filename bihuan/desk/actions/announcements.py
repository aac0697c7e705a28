"""What is done to an announcement? It is written, posted in places, and on the last day its lines are closed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from bihuan.desk.actions.office import bad_units, may_keep
from bihuan.desk.models import Announcement, Posting
from bihuan.desk.names import ANNOUNCEMENTS
from bihuan.desk.queries.acting import acts_for
from bihuan.papers.actions import keep
from bihuan.papers.models import Paper
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.conduct import breach
from bihuan.rules.life import Refusal
from bihuan.rules.rounds import may_change
from bihuan.say import say
from bihuan.trail.actions import record

PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")


@dataclass(frozen=True)
class AnnouncementText:
    """What the group gives to be announced. There is no place for who used the lines, nor for how many did."""

    from_on: date
    until_on: date
    scope: str = ""
    phone: str = ""
    hours: str = ""
    post_box: str = ""
    email: str = ""
    boxes: str = ""
    cut_off_on: date | None = None


def write_announcement(
    round: Round,
    kind: Announcement.Kind,
    text: AnnouncementText,
    *,
    by: Viewer,
    at: datetime,
    code: File | None = None,
) -> Announcement | Refusal:
    """The announcement of this kind as it is to read now; what it said before stays in the record."""
    if refusal := may_keep(round, by) or bad_text(text):
        return refusal
    paper = _picture(round, code, None, by=by, at=at)
    return paper if isinstance(paper, Refusal) else _write(round, kind, text, paper, by=by, at=at)


def bad_text(text: AnnouncementText) -> Refusal | None:
    """Why an announcement cannot read so: its days, or what the rules of conduct forbid."""
    if text.until_on < text.from_on:
        return Refusal("what", say("结束日期早于开始日期，请改正其中一个。"))
    if text.cut_off_on and not text.from_on <= text.cut_off_on <= text.until_on:
        return Refusal("what", say("受理截止日期应在开始日期与结束日期之间，请改正。"))
    forbidden = breach("\n".join((text.scope, text.hours, text.post_box, text.boxes)))
    return Refusal("what", forbidden) if forbidden else None


@transaction.atomic
def _write(
    round: Round, kind: Announcement.Kind, text: AnnouncementText, code: Paper | None, *, by: Viewer, at: datetime
) -> Announcement:
    rows = Announcement.objects.select_for_update(of=("self",)).select_related("round__organisation")
    row = rows.filter(round=round, kind=kind.value).first()
    before = _told(row) if row else {}
    row = row or Announcement(round=round, kind=kind.value)
    for name, value in vars(text).items():
        setattr(row, name, value.strip() if isinstance(value, str) else value)
    row.code = code or row.code
    after = _told(row)
    changed = [name for name in after if before.get(name) != after[name]]
    if not changed:
        return row
    row.save()
    was = {name: before[name] for name in changed if name in before}
    became = {name: after[name] for name in changed}
    event = "announcement.changed" if before else "announcement.written"
    _record(event, row, by=by, at=at, before=was, after={"announcement": ANNOUNCEMENTS[row.kind].text, **became})
    return row


def post(
    announcement: Announcement,
    unit: Unit,
    place: str,
    posted_at: datetime,
    *,
    by: Viewer,
    at: datetime,
    photo: File | None = None,
) -> Posting | Refusal:
    """Write down where it was put up; the office for every unit, heads and handlers for their own."""
    organisation = announcement.round.organisation
    if by.organisation != organisation or not acts_for(by, unit.path):
        return Refusal("who", say("只能登记本单位的张贴情况，其他单位由该单位或联络组登记。"))
    refusal = may_change(announcement.round.finished_on) or bad_units([unit], organisation)
    refusal = refusal or _bad_posting(place, posted_at, at)
    if refusal:
        return refusal
    paper = _picture(announcement.round, photo, unit, by=by, at=at)
    return paper if isinstance(paper, Refusal) else _post(announcement, unit, place, posted_at, paper, by=by, at=at)


def _bad_posting(place: str, posted_at: datetime, at: datetime) -> Refusal | None:
    if not place.strip():
        return Refusal("what", say("请填写张贴地点。"))
    if posted_at > at:
        return Refusal("what", say("张贴时间还没有到，张贴后再登记。"))
    forbidden = breach(place)
    return Refusal("what", forbidden) if forbidden else None


@transaction.atomic
def _post(
    announcement: Announcement,
    unit: Unit,
    place: str,
    posted_at: datetime,
    photo: Paper | None,
    *,
    by: Viewer,
    at: datetime,
) -> Posting | Refusal:
    Announcement.objects.select_for_update().get(pk=announcement.pk)
    place = place.strip()
    if announcement.postings.filter(unit=unit, place=place, posted_at=posted_at).exists():
        return Refusal("what", say("“{place}”这一时间的张贴已经登记过。", place=place))
    row = Posting.objects.create(
        announcement=announcement, unit=unit, place=place, posted_at=posted_at, photo=photo, by=by.account
    )
    told = {"announcement": ANNOUNCEMENTS[announcement.kind].text, "unit": unit.label, "place": place}
    told |= {"posted_at": _minute(posted_at), "photo": photo.ref if photo else ""}
    _record("announcement.posted", announcement, by=by, at=at, after=told, unit_path=unit.path)
    return row


@transaction.atomic
def close_lines(announcement: Announcement, *, by: Viewer, at: datetime) -> Announcement | Refusal:
    """Confirm on the last day or later that boxes, telephone and mailbox are closed."""
    row = _locked(announcement)
    if refusal := may_keep(row.round, by):
        return refusal
    if row.lines_closed_at:
        return Refusal("when", say("已于 {at} 确认关闭。", at=_minute(row.lines_closed_at)))
    if row.cut_off_on is None:
        return Refusal("what", say("公告还没有受理截止日期，请先填写。"))
    if timezone.localdate(at) < row.cut_off_on:
        return Refusal("when", say("受理到 {day} 为止，当天起才能确认关闭。", day=row.cut_off_on.isoformat()))
    row.lines_closed_at, row.lines_closed_by = at, by.account
    row.save(update_fields=["lines_closed_at", "lines_closed_by"])
    _record("announcement.lines_closed", row, by=by, at=at, after={"announcement": ANNOUNCEMENTS[row.kind].text})
    return row


@transaction.atomic
def open_lines_again(announcement: Announcement, *, by: Viewer, at: datetime) -> Announcement | Refusal:
    """The confirmation was a mistake, or the group takes letters again."""
    row = _locked(announcement)
    if refusal := may_keep(row.round, by):
        return refusal
    if row.lines_closed_at is None:
        return Refusal("when", say("当前状态下不能办理这一步，页面可能已有变化，请刷新后再看。"))
    row.lines_closed_at = row.lines_closed_by = None
    row.save(update_fields=["lines_closed_at", "lines_closed_by"])
    _record("announcement.lines_reopened", row, by=by, at=at, after={"announcement": ANNOUNCEMENTS[row.kind].text})
    return row


def _picture(round: Round, file: File | None, unit: Unit | None, *, by: Viewer, at: datetime) -> Paper | Refusal | None:
    """The file kept as a paper; anything that is no picture is refused before."""
    if file is None:
        return None
    kept = keep(round.organisation, name=file.name or "照片", data=file, unit=unit, by=by, at=at)
    if isinstance(kept, Refusal):
        return kept
    if kept.paper.media_type not in PICTURES:
        return Refusal("what", say("“{name}”不是图片，请上传 JPG 或 PNG。", name=kept.paper.name))
    return kept.paper


def _locked(announcement: Announcement) -> Announcement:
    rows = Announcement.objects.select_for_update(of=("self",)).select_related("round__organisation")
    return rows.get(pk=announcement.pk)


def _minute(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def _told(row: Announcement) -> dict[str, Any]:
    names = ("from_on", "until_on", "scope", "phone", "hours", "post_box", "email", "boxes", "cut_off_on")
    return {name: getattr(row, name) for name in names} | {"code": row.code.ref if row.code else ""}


def _record(
    event: str, row: Announcement, *, by: Viewer, at: datetime, unit_path: str = "", **values: Mapping[str, Any]
) -> None:
    record(event, row.round.ref, organisation=row.round.organisation.code, by=by, at=at, unit_path=unit_path, **values)
