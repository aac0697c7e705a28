"""How does the day's sheet of interviews (个别谈话安排表) look? Times, rooms, and cells for names to be written in.

Source of the columns: trade.md §2.4. The remark is of the way there; there is no place for anything that was said.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.official import Official
from bihuan.writing.tables import Column, Heading, Speak, Table


@dataclass(frozen=True)
class Interviewed:
    """The person, where the sheet goes to nobody but the two who arrange it."""

    name: str = ""
    unit: str = ""
    post: str = ""


@dataclass(frozen=True)
class InterviewLine:
    """One interview; without a person, the cells are left for the hand."""

    place: int
    number: int
    time: str
    room: str
    notifier: str
    notified_at: str
    status: Say
    remark: str
    person: Interviewed = Interviewed()


@dataclass(frozen=True)
class InterviewDay:
    heading: Heading
    on: str
    lines: tuple[InterviewLine, ...]


DAY: Table[InterviewLine, None] = Table(
    say("个别谈话安排表"),
    (
        Column(say("序号"), 10, lambda i, _: str(i.place), centred=True),
        Column(say("编号"), 10, lambda i, _: str(i.number), centred=True),
        Column(say("时段"), 29, lambda i, _: i.time, centred=True),
        Column(say("谈话地点"), 20.5, lambda i, _: i.room),
        Column(say("谈话对象"), 20.5, lambda i, _: i.person.name),
        Column(say("单位"), 23, lambda i, _: i.person.unit),
        Column(say("职务"), 17, lambda i, _: i.person.post),
        Column(say("通知人"), 16.5, lambda i, _: i.notifier, centred=True),
        Column(say("通知时间"), 25.5, lambda i, _: i.notified_at, centred=True),
        Column(say("状态"), 17, lambda i, _: i.status, centred=True),
        Column(say("引导人"), 16.5, lambda i, _: "", centred=True),
        Column(say("备注（仅限行程）"), 19.5, lambda i, _: i.remark),
    ),
)


def write_interview_day(paper: InterviewDay, *, speak: Speak = str) -> bytes:
    """The Word file, landscape because of its columns."""
    word = Official(paper.heading, say("个别谈话安排表"), speak, landscape=True)
    about = (
        say("单位：{organisation}", organisation=paper.heading.organisation),
        say("日期：{on}", on=paper.on),
        say("共 {count} 场", count=len(paper.lines)),
    )
    word.note("　　".join(map(speak, about)))
    word.table(DAY, paper.lines)
    return word.contents()
