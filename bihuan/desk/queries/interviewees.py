"""Who is interviewed? The one place where a sealed name is opened, and never once it is due to be erased."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from bihuan.desk.models import Interview
from bihuan.desk.seal import unseal
from bihuan.rounds.models import Round
from bihuan.rules.interview import is_over
from bihuan.say import Say, say


@dataclass(frozen=True)
class Person:
    """The person of an interview, as it is sealed."""

    name: str
    unit: str = ""
    post: str = ""
    phone: str = ""

    @property
    def values(self) -> dict[str, str]:
        return {field: value.strip() for field, value in asdict(self).items()}


@dataclass(frozen=True)
class Seen:
    """An interview with its person; without one where it was erased, or where the key does not open it."""

    row: Interview
    person: Person | None

    @property
    def lost(self) -> bool:
        return self.person is None and bool(self.row.sealed)


LOST = say("密钥文件不在或不是原来的，姓名打不开；时间和房间仍可安排。请管理员从备份恢复密钥文件。")


def opened(rows: Iterable[Interview], round: Round, today: date) -> list[Seen]:
    over = is_over(round.leaving_on, today)
    return [Seen(row, None if over else person_of(row)) for row in rows]


def person_of(row: Interview) -> Person | None:
    values = unseal(row.sealed)
    return Person(**values) if values else None


def names_in(round: Round) -> list[str]:
    """The names that a remark must not hold."""
    found = (person_of(row) for row in round.interviews.exclude(sealed=None))
    return [person.name for person in found if person]


def lost(seen: Iterable[Seen]) -> Say | None:
    """The one sentence of a page on which a name cannot be opened."""
    return LOST if any(each.lost for each in seen) else None
