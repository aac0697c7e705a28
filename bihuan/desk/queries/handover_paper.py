"""What does the printed list of a hand-over say? Its lines as plain values, for the page and for the Word file."""

from datetime import datetime

from django.utils import timezone

from bihuan.desk.models import Handover, HandoverItem
from bihuan.desk.queries.materials import is_out
from bihuan.rules.material import CARRIERS, Carrier, Form, form_words
from bihuan.say import Say, say
from bihuan.writing.handover import HandoverLine, HandoverPaper


def clock(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else ""


def paper_of(handover: Handover, items: list[HandoverItem], *, at: datetime) -> HandoverPaper:
    """The list as it is now."""
    return HandoverPaper(
        ref=handover.ref,
        organisation=handover.organisation.name,
        round=handover.round.title,
        group=handover.round.group,
        handed_by=handover.handed_by.name,
        handed_at=clock(handover.handed_at),
        received_by=handover.received_by,
        received_at=clock(handover.received_at),
        remark=handover.remark,
        cancelled_at=clock(handover.cancelled_at),
        cancel_reason=handover.cancel_reason,
        moment=clock(at),
        lines=tuple(_line(item) for item in items),
    )


def _line(item: HandoverItem) -> HandoverLine:
    row = item.material
    return HandoverLine(
        ref=row.ref,
        title=f"{row.title}（{row.period}）" if row.period else row.title,
        unit=row.unit.label,
        request=item.request.ref if item.request else "",
        carrier=CARRIERS[Carrier(row.carrier)],
        form=form_words(Form(row.form), row.document_date, row.made_on),
        copies=item.copies,
        pages=item.pages,
        to_return=item.to_return or (is_out(item) and not item.returned_at),
        remarks=remarks(item),
    )


def remarks(item: HandoverItem) -> tuple[Say, ...]:
    """What has to be said of a line beyond its columns."""
    said = (
        (item.reissued, say("再次提供")),
        (not item.material.may_copy, say("不可复印")),
        (item.material.work_secret, say("工作秘密")),
        (item.material.classified, say("密件，内容线下流转")),
    )
    return tuple(words for holds, words in said if holds)
