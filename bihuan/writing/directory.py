"""How does the directory (通讯录) of a visit look on paper? One line a post, unit by unit, and what each sees to.

Source: D1 in trade.md §2.1: the names, posts and telephones that the group is given before it enters.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.official import Official
from bihuan.writing.tables import Column, Heading, Speak, Table


@dataclass(frozen=True)
class Contact:
    """One post of one person."""

    place: int
    unit: str
    name: str
    title: str
    part: Say
    """联络组, 责任领导 …: the part that the post gives."""
    charge: tuple[str, ...] = ()
    """The units in a leader's charge."""
    phone: str = ""

    @property
    def in_charge(self) -> Say | str:
        return say("分管：{units}", units="、".join(self.charge)) if self.charge else ""


@dataclass(frozen=True)
class Directory:
    heading: Heading
    group: str
    contacts: tuple[Contact, ...]


CONTACTS: Table[Contact, None] = Table(
    say("通讯录"),
    (
        Column(say("序号"), 10, lambda c, _: str(c.place), centred=True),
        Column(say("单位"), 24, lambda c, _: c.unit),
        Column(say("姓名"), 18, lambda c, _: c.name, centred=True),
        Column(say("职务"), 32, lambda c, _: c.title),
        Column(say("分工"), 44, lambda c, _: (c.part, c.in_charge)),
        Column(say("联系电话"), 28, lambda c, _: c.phone or "—", centred=True),
    ),
)


def write_directory(paper: Directory, *, speak: Speak = str) -> bytes:
    """The Word file, portrait."""
    word = Official(paper.heading, say("配合巡视联络工作通讯录"), speak)
    about = (
        say("单位：{organisation}", organisation=paper.heading.organisation),
        say("巡视组：{group}", group=paper.group),
    )
    word.note("　　".join(map(speak, about)))
    word.table(CONTACTS, paper.contacts)
    return word.contents()
