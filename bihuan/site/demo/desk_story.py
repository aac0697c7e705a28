"""Whose request is told? One thing that the group asked for, on its way from hand to hand."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from bihuan.desk.actions.amend import Wording, amend
from bihuan.desk.actions.answer import attach, attach_new, write_answer
from bihuan.desk.actions.materials import Described
from bihuan.desk.actions.request import Asked, move, take_down
from bihuan.desk.models import Material, Request
from bihuan.desk.queries.requests import RELATED
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rounds.queries import calendar_of
from bihuan.rules import workdays
from bihuan.rules.material import Carrier, Form
from bihuan.rules.request import RELEASED_BY_LEADER, Kind, Move
from bihuan.rules.request_time import due_by
from bihuan.site.demo import word
from bihuan.site.demo.county import County, done
from bihuan.site.demo.texts import data

ASKED_BY = ("联络员", "综合组", "专项一组", "专项二组", "专项三组")
ELECTRONIC, ANNEXED, URGENT = 0.22, 0.95, 0.08
"""How often a material is a file, comes with its annex, is asked for urgently."""


@dataclass
class DeskStory:
    """What is known of one request while its life is played."""

    written: dict[str, Any]
    unit: str
    county: County
    round: Round | None
    chance: Random
    due_at: datetime | None = None
    assigned: bool = True
    hold: bool = False
    """Its list has not come back signed yet."""
    request: Request | None = None
    materials: list[Material] = field(default_factory=list)
    other: str = ""

    @property
    def kind(self) -> Kind:
        return Kind(self.written.get("kind", "material"))

    @property
    def needs_release(self) -> bool:
        return self.kind in RELEASED_BY_LEADER

    @property
    def reused(self) -> bool:
        return bool(self.written.get("reuse"))

    @property
    def row(self) -> Request:
        if self.request is None:
            raise RuntimeError(f"not taken down yet: {self.written['text']}")
        return self.request

    def read_again(self) -> Request:
        """The row as it is now, whoever has moved it since."""
        self.request = Request.objects.select_related(*RELATED).get(pk=self.row.pk)
        return self.request

    @property
    def office(self) -> Viewer:
        return self.county.by(self.chance.choice(("office", "office.chu", "office.jin")))

    @property
    def head(self) -> Viewer:
        return self.county.head(self.unit)

    @property
    def worker(self) -> Viewer:
        return self.county.worker(self.unit)

    @property
    def leader(self) -> Viewer:
        return self.county.by(self.county.leaders[self.unit])

    @property
    def label(self) -> str:
        return self.county.units[self.unit].label

    def words(self, text: str, at: datetime) -> str:
        years = {"y1": f"{at.year - 1}", "y2": f"{at.year - 2}", "y3": f"{at.year - 3}"}
        other = self.county.units[self.other].label if self.other else ""
        return text.format(unit=self.label, other=other, title=self.written.get("title", "材料"), **years)

    def note(self, kind: str, at: datetime) -> str:
        return self.words(self.chance.choice(data("desk_asks")["notes"][kind]), at)


def start(story: DeskStory, at: datetime) -> None:
    """Taken down by the office, and given to its unit at once unless it is to be answered from what is there."""
    written = story.written
    text = story.words(written["text"], at)
    named = story.unit if story.label in text or story.reused else ""
    asked = Asked(
        text if named else f"{story.label}：{text}",
        story.due_at or due_by(story.kind, at, calendar_of(story.county.organisation)),
        story.kind,
        period=story.words(written.get("period", ""), at),
        asked_by=story.chance.choice(ASKED_BY),
        urgent=story.chance.random() < URGENT,
        notice_number=written.get("notice", ""),
        unit=story.county.units[story.unit] if story.assigned and not story.reused else None,
    )
    if story.round is None:
        raise RuntimeError("the round is not opened yet")
    story.request = done(take_down(story.round, asked, by=story.office, at=at))


def prepare(story: DeskStory, at: datetime) -> None:
    """The unit registers what it hands in, or writes its answer; the second time it adds what was missing."""
    story.read_again()
    if answer := story.written.get("answer"):
        told = story.words(answer, at) + ("（已按要求补充。）" if story.materials else "")
        done(write_answer(story.row, told, by=story.worker, at=at))
        return
    title = f"{story.label}{story.written['title']}"
    first = not story.materials
    _register(story, title if first else f"{title}（补充）", at, original=first and bool(story.written.get("original")))
    if first and story.chance.random() < ANNEXED:
        _register(story, f"{title}附件", at, original=False)


def _register(story: DeskStory, title: str, at: datetime, *, original: bool) -> None:
    said, file = described(story, title, at, original=original)
    story.materials.append(done(attach_new(story.row, said, file=file, by=story.worker, at=at)))


def described(story: DeskStory, title: str, at: datetime, *, original: bool) -> tuple[Described, ContentFile | None]:
    """What is said of a material, and its file where it is one."""
    made = story.kind is Kind.EXPLANATION
    dated = at.date() if made else at.date() - timedelta(days=story.chance.randrange(20, 300))
    electronic = not original and story.chance.random() < ELECTRONIC
    said = Described(
        story.county.units[story.unit],
        dated,
        title=title,
        period=story.words(story.written.get("period", ""), at),
        carrier=Carrier.ELECTRONIC if electronic else Carrier.PAPER,
        form=Form.ORIGINAL if original else Form.EXPLANATION if made else Form.COPY,
        made_on=dated if original or made else at.date(),
        copies=1 if original else story.written.get("copies", 1),
        pages=story.chance.randrange(2, 90),
        may_copy=not original,
        work_secret=story.chance.random() < 0.06,
    )
    return said, _file(title, dated) if electronic else None


def _file(title: str, dated: date) -> ContentFile:
    body = (f"{title}，截至{dated.year}年{dated.month}月{dated.day}日。", "一、基本情况", "二、明细", "（详见附表）")
    return ContentFile(word.document(title, body), name=f"{title}.docx")


def answer(story: DeskStory, materials: list[Material], at: datetime) -> None:
    """From what was handed over before, without asking the unit again."""
    by = story.office
    story.materials = done(attach(story.row, materials, by=by, at=at))
    done(move(story.row, Move.ANSWER, by=by, at=at))


def extend(story: DeskStory, at: datetime) -> None:
    """The group agrees to a later time; the first one stays beside it."""
    row = story.read_again()
    due = timezone.localtime(row.due)
    due += workdays.add(due.date(), 1, calendar_of(story.county.organisation)) - due.date()
    wording = Wording(row.text, story.kind, due, row.period, row.asked_by, row.urgent, row.needs_release,
                      row.notice_number, row.remark)  # fmt: skip
    done(amend(row, wording, by=story.office, at=at, note=story.note("extend", at)))


def step(story: DeskStory, which: str, at: datetime) -> None:
    """One move by whoever makes it, with the words and the unit that go with it."""
    by = {"accept": story.worker, "object": story.head, "submit": story.worker, "release": story.leader,
          "settle_finally": story.leader}.get(which, story.office)  # fmt: skip
    said = {"note": story.note(which, at)} if which in data("desk_asks")["notes"] else {}
    unit = {"object": story.other, "settle": story.unit, "settle_finally": story.unit}.get(which)
    chosen = {"unit": story.county.units[unit]} if unit else {}
    done(move(story.row, Move(which), by=by, at=at, **said, **chosen))
