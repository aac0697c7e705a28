"""What proves it? A file for each measure, minutes, rule, roster or receipt, no two of them alike."""

import re
from datetime import date
from random import Random
from typing import Any

from bihuan.site.demo import word
from bihuan.site.demo.story import Story
from bihuan.site.demo.texts import MeasureLine, data

VERB = re.compile(r"^(?:会同\w{2,6}?|重新)?(?:制定|修订|出台|印发|建立|细化|实行|完善)")
BOOK = re.compile(r"[\w、“”]*?(?:办法|制度|规定|细则|规则|规程|机制|规范|规划|清单)")
PLAIN = frozenset({"roster", "receipt", "photo"})
"""Kinds that an office keeps as plain text here; the others are Word documents."""


def paper(story: Story, place: int, day: date) -> tuple[str, bytes]:
    """Name and content of a proof for one measure, as written on that day."""
    line = story.written.measures[place]
    kind = _kind(line.proof)
    slots = _slots(story, line, day)
    title, body = _written(data("papers")[kind], slots, story.chance)
    serial = story.chance.randrange(1000, 9999)
    name = f"{line.proof}（{slots['unit']}，{day:%m%d}-{serial}）"
    if kind in PLAIN:
        return f"{name}.txt", "\r\n".join((title, "", *body, "")).encode("utf-8-sig")
    return f"{name}.docx", word.document(title, body)


def issue_number(unit: str, line: MeasureLine, day: date) -> str:
    """`松河镇发〔2026〕12号`: one measure, one number, in the paper as in what is said of it."""
    return f"{unit.removeprefix('县')}发〔{day.year}〕{_drawn(line, 3, 96)}号"


def meeting(unit: str, line: MeasureLine, day: date) -> str:
    body = "党委会议" if unit.endswith(("镇", "乡")) else "党组（班子）会议"
    return f"{day.year}年第{_drawn(line, 2, 29)}次{body}"


def _drawn(line: MeasureLine, least: int, below: int) -> int:
    """A number that hangs on the measure alone."""
    return Random(line.text).randrange(least, below)  # noqa: S311


def _kind(proof: str) -> str:
    """The first kind whose words occur in the name of the proof; the last one, a report, takes what is left."""
    return next(name for name, kind in data("papers").items() if re.search(kind["words"], proof))


def _written(kind: dict[str, Any], slots: dict[str, Any], chance: Random) -> tuple[str, list[str]]:
    number = [slots["number"]] if kind["number"] else []
    body = [*number, *(text.format(**slots) for text in kind["body"])]
    if rows := kind.get("rows"):
        body += [rows.format(**slots | _row(place, chance)) for place in range(1, chance.randrange(6, 15))]
    return kind["title"].format(**slots), [*body, "", slots["unit"], slots["date"]]


def _row(place: int, chance: Random) -> dict[str, Any]:
    result = chance.choice(("已办结", "已核实无误", "发现问题，已整改", "已补齐手续", "已更正", "不涉及"))
    return {"n": place, "serial": f"{chance.randrange(100000, 999999)}", "result": result}


def _slots(story: Story, line: MeasureLine, day: date) -> dict[str, Any]:
    chance, unit = story.chance, story.county.units[story.lead].label
    return {
        "unit": unit,
        "who": line.who,
        "head": story.head.name,
        "person": story.worker.name,
        "measure": line.text,
        "short": line.text.split("，", maxsplit=1)[0],
        "name": f"{unit}{_rule_name(line)}",
        "issue": story.written.issue,
        "cause": story.written.cause,
        "goal": story.written.goal,
        "date": f"{day.year}年{day.month}月{day.day}日",
        "number": issue_number(unit, line, day),
        "meeting": meeting(unit, line, day),
        "amount": f"{chance.randrange(1200, 98000):,}.00",
        "amount2": f"{chance.randrange(300, 9800):,}.50",
        "serial": f"{chance.randrange(10**7, 10**8)}",
        "serial2": f"{chance.randrange(10**7, 10**8)}",
        "room": chance.choice(("二楼", "三楼", "四楼", "五楼")),
        "period": chance.choice(("月", "季度", "半月")),
        "years": chance.choice((5, 10, 30)),
        "count": chance.randrange(5, 28),
        "few": chance.randrange(2, 6),
        "days": chance.randrange(3, 20),
    }


def _rule_name(line: MeasureLine) -> str:
    """`制定村级资金管理办法，单项三万元以上…` is about 村级资金管理办法."""
    plain = VERB.sub("", line.text.split("，", maxsplit=1)[0])
    match = BOOK.search(plain)
    return match[0] if match else f"{plain}工作办法"
