"""What does one finding say on paper?

Plain values. Words that come from a list (status, kinds of a measure) are already in the reader's language.
"""

from dataclasses import dataclass

from bihuan.say import Say, say

IMMEDIATE, STANDING, INTENSIVE = say("立行立改"), say("长期坚持"), say("集中整改")


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure of a finding."""

    number: str = ""
    text: str = ""
    who: str = ""
    due: str = ""
    proof: str = ""
    """The proof it will leave."""
    kinds: tuple[str, ...] = ()
    """The kinds it carries, with their numbers where they have them: `建章立制 2 项`."""
    done: str = ""
    """The word for how far it is: 已完成, 未完成."""

    @property
    def wording(self) -> str:
        """`1. 修订接待管理办法`: the number keeps one measure one measure when the file is read again."""
        return f"{self.number}. {self.text}" if self.number and self.text else self.text


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One finding with everything that the ledger and the three lists say of it."""

    ref: str
    text: str
    aspect: str = ""
    issue: str = ""
    cause: str = ""
    goal: str = ""
    measures: tuple[MeasureRow, ...] = ()
    leader: str = ""
    lead_unit: str = ""
    support_units: tuple[str, ...] = ()
    person: str = ""
    phone: str = ""
    deadline: str = ""
    progress: str = ""
    status: str = ""
    key: bool = False
    immediate: bool = False
    standing: bool = False
    common: bool = False
    evidence: tuple[str, ...] = ()
    """The titles of the papers that stand as proof."""
    remark: str = ""

    @property
    def lines(self) -> tuple[MeasureRow, ...]:
        """Its measures, or one empty measure, so that a finding without measures still has a line."""
        return self.measures or NO_MEASURE

    @property
    def aspect_or_dash(self) -> str:
        """The aspect; a dash where there is none, because a blank cell would mean the one above."""
        return self.aspect or "—"

    @property
    def heading(self) -> str:
        """反馈问题: the issue, or the wording itself where it stands under no issue."""
        return self.issue or self.text

    @property
    def detail(self) -> str:
        """具体表现: the wording under its issue."""
        return self.text if self.issue else ""

    @property
    def supporters(self) -> str:
        return "、".join(self.support_units)

    @property
    def pace(self) -> tuple[Say, ...]:
        """The flags that say something about time: 立行立改, 长期坚持."""
        return (IMMEDIATE,) * self.immediate + (STANDING,) * self.standing


NO_MEASURE = (MeasureRow(),)
