"""How does the plan of extended visits (延伸巡视安排) look on paper? Batch by batch, place by place.

Source of the columns: D10 in trade.md §2.1.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.official import Official
from bihuan.writing.tables import Column, Heading, Speak, Table


@dataclass(frozen=True)
class VisitLine:
    """One visit."""

    ref: str
    batch: int
    unit: str
    time: str
    led_by: str
    prepare: tuple[str, ...]
    contact: str
    phone: str
    transport: str
    status: Say
    remark: str


@dataclass(frozen=True)
class VisitPlan:
    heading: Heading
    group: str
    visits: tuple[VisitLine, ...]


VISITS: Table[VisitLine, None] = Table(
    say("延伸巡视安排"),
    (
        Column(say("编号"), 15, lambda v, _: v.ref, centred=True),
        Column(say("批次"), 12, lambda v, _: str(v.batch), centred=True),
        Column(say("被延伸单位"), 24.5, lambda v, _: v.unit),
        Column(say("时间"), 29, lambda v, _: v.time, centred=True),
        Column(say("带队"), 17, lambda v, _: v.led_by or "—"),
        Column(say("需准备的资料"), 42.5, lambda v, _: v.prepare or "—"),
        Column(say("联络人"), 27, lambda v, _: (v.contact or "—", v.phone)),
        Column(say("用车"), 24.5, lambda v, _: v.transport or "—"),
        Column(say("状态"), 17, lambda v, _: v.status, centred=True),
        Column(say("备注"), 16.5, lambda v, _: v.remark),
    ),
)


def write_visit_plan(paper: VisitPlan, *, speak: Speak = str) -> bytes:
    """The Word file, landscape because of its columns."""
    word = Official(paper.heading, say("延伸巡视安排"), speak, landscape=True)
    about = (
        say("单位：{organisation}", organisation=paper.heading.organisation),
        say("巡视组：{group}", group=paper.group),
        say("共 {count} 处", count=len(paper.visits)),
    )
    word.note("　　".join(map(speak, about)))
    word.table(VISITS, paper.visits)
    return word.contents()
