"""How does the close-out form (销号申请审批表) look on paper? A page for each finding: found, done, proved, said.

Source: V6 in trade.md §2.3; the levels are those of the round's own chain, each with its opinion and its date.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.official import NOTHING, Official
from bihuan.writing.rows import LedgerRow
from bihuan.writing.tables import Column, Heading, Speak, Table, Words


@dataclass(frozen=True)
class Opinion:
    """One level of the chain; without a date it has not been given yet."""

    role: Say
    name: str = ""
    agreed: bool = False
    note: str = ""
    on: str = ""

    @property
    def words(self) -> Words:
        """What it said, who said it and when; room for the hand where nothing has been said."""
        if not self.on:
            return say("（尚未审核）　　　　　　　　　　年　　月　　日")
        verdict = say("同意") if self.agreed else say("退回")
        return (verdict, self.note, f"{self.name}　{self.on}")


@dataclass(frozen=True)
class Form:
    """The form of one finding and its last application."""

    number: str
    """表单编号: `F-012-2` is the second application for F-012."""
    returns: int
    """循环审批次数: how often it was returned."""
    row: LedgerRow
    extended: tuple[str, ...]
    """举一反三: the measures that look for the same elsewhere."""
    applied_by: str
    applied_on: str
    note: str
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True)
class CloseOutPaper:
    heading: Heading
    forms: tuple[Form, ...]


Field = tuple[Say, Words]
FORM: Table[Field, None] = Table(
    say("销号申请审批表"),
    (Column(say("栏目"), 50, lambda f, _: f[0], centred=True), Column(say("内容"), 100, lambda f, _: f[1])),
)


def write_closeout(paper: CloseOutPaper, *, speak: Speak = str) -> bytes:
    """The Word file, a page for each form."""
    official = Official(paper.heading, say("反馈问题整改销号申请审批表"), speak)
    if not paper.forms:
        official.about()
        official.says(NOTHING)
    for place, form in enumerate(paper.forms):
        if place:
            official.page()
            official.title(say("反馈问题整改销号申请审批表"))
        official.about()
        official.table(FORM, fields(form))
    return official.contents()


def fields(form: Form) -> tuple[Field, ...]:
    """The lines of the form, in their order."""
    row = form.row
    return (
        (say("表单编号"), form.number),
        (say("循环审批次数"), str(form.returns)),
        (say("问题序号"), row.ref),
        (say("反馈的问题"), row.heading),
        (say("问题主要方面"), row.aspect_or_dash),
        (say("问题的具体内容"), row.detail or row.text),
        (say("产生问题的根本原因"), row.cause or NOTHING),
        (say("针对根本原因制定的措施"), tuple(measure.wording for measure in row.measures) or NOTHING),
        (say("整改措施完成情况"), tuple(_done(row)) or NOTHING),
        (say("举一反三检查情况"), form.extended or NOTHING),
        (say("整改措施落实的佐证材料"), row.evidence or NOTHING),
        (say("申请单位意见"), (form.note, f"{row.lead_unit}　{form.applied_by}　{form.applied_on}")),
        *((say("{role}审核意见", role=opinion.role), opinion.words) for opinion in form.opinions),
    )


def _done(row: LedgerRow) -> list[str]:
    return [f"{measure.number}. {measure.done}　{'、'.join(measure.kinds)}".rstrip() for measure in row.measures]
