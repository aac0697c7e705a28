"""Is every placeholder of a part known and where it may stand, and what repeats? All faults, each with its place."""

from dataclasses import dataclass, field

from bihuan.say import Say, say
from bihuan.writing.template.faults import Fault, near
from bihuan.writing.template.fields import Field, Loop, Places
from bihuan.writing.template.marks import Element, Mark, marks_in, paragraphs, place_of, stray_brace, text_of
from bihuan.writing.template.regions import Region, between

SAMPLE = "{{单位名称}}"


@dataclass
class Plan:
    """What is to be done with one part."""

    places: Places
    regions: list[Region] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    """The names of the placeholders."""
    faults: list[Fault] = field(default_factory=list)
    _open: tuple[Loop, Mark] | None = None

    def read(self, root: Element) -> "Plan":
        for paragraph in paragraphs(root):
            if stray := stray_brace(text_of(paragraph)):
                self._fault(paragraph, *stray, _STRAY)
            for mark in marks_in(paragraph):
                self._mark(mark)
        if self._open:
            self._blame(self._open[1], say("重复部分没有结束；请在后面写上“{end}”。", end=_mark(self._open[0], "/")))
        return self

    def _mark(self, mark: Mark) -> None:
        if mark.sign == "#":
            self._begin(mark)
        elif mark.sign == "/":
            self._finish(mark)
        else:
            self._value(mark)

    def _begin(self, mark: Mark) -> None:
        loop = self.places.loop(mark.name)
        if loop is None:
            self._blame(mark, say("这类文书没有可以重复的“{name}”；请对照占位符清单改正。", name=mark.name))
        elif self._open:
            self._blame(mark, say("重复部分里不能再有重复部分；请先写“{end}”。", end=_mark(self._open[0], "/")))
        else:
            self._open = (loop, mark)

    def _finish(self, mark: Mark) -> None:
        loop = self.places.loop(mark.name)
        if self._open is None or loop is not self._open[0]:
            if loop is not None or not self._open:
                self._blame(mark, say("这里结束的重复部分没有开始，或开始的是另一个。"))
            else:
                self._blame(mark, say("这里应写“{end}”。", end=_mark(self._open[0], "/")))
            return
        first, self._open = self._open[1], None
        region = between(loop, first, mark)
        if region is None:
            self._blame(mark, say("重复部分的开始和结束不在同一层；请都放在同一个表格的行里，或都放在表格外的段落里。"))
        else:
            self.regions.append(region)

    def _value(self, mark: Mark) -> None:
        if self.places.field(mark.name):
            self.used.add(mark.name)
            return
        inner = self.places.inner(mark.name)
        if inner is None:
            self._blame(mark, say("没有“{name}”这个占位符；请对照占位符清单改正。", name=mark.name or "　"))
        elif self._open is None or self._open[0] is not inner[0]:
            ends = {"begin": _mark(inner[0], "#"), "end": _mark(inner[0], "/")}
            self._blame(mark, say("这个占位符只能写在“{begin}”和“{end}”之间。", **ends))

    def _blame(self, mark: Mark, reason: Say) -> None:
        self._fault(mark.paragraph, mark.start, mark.end, reason)

    def _fault(self, paragraph: Element, start: int, end: int, reason: Say) -> None:
        self.faults.append(Fault(place_of(paragraph), near(text_of(paragraph), start, end), reason))


def found(places: Places, mark: Mark, loop: Loop | None) -> tuple[Field, bool] | None:
    """The field that a mark names, and whether it is one of the thing that repeats."""
    if loop and (inner := places.inner(mark.name)):
        return inner[1], True
    outer = places.field(mark.name)
    return (outer, False) if outer else None


def _mark(loop: Loop, sign: str) -> str:
    return f"{{{{{sign}{loop.field.label}}}}}"


_STRAY = say("花括号没有成对；占位符要写成“{sample}”，写在同一段里。", sample=SAMPLE)
