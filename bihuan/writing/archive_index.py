"""How does the first page of an archive (归档包) look? Plain HTML that opens without a network: counts, lists, proofs.

It is read years later by somebody who has only a browser, so it says what everything is and how it is checked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from bihuan.say import Say, say
from bihuan.writing.tables import Heading, Speak

STYLE = """\
body{margin:2rem auto;max-width:62rem;padding:0 1rem;color:#1d2433;background:#fff;
font:16px/1.7 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif}
h1{font-size:1.6rem;margin:0 0 .3rem}h2{font-size:1.15rem;margin:2rem 0 .4rem}h3{font-size:1rem;margin:1.2rem 0 .2rem}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #d9dde5;padding:.35rem .6rem;text-align:left;
vertical-align:top}td.hash,code{font:13px/1.5 ui-monospace,Consolas,monospace;word-break:break-all}
td.num{text-align:right}td.day{white-space:nowrap}
.faint{color:#5b6475}.fault{color:#a4262c}a{color:#1c4e9c}@media print{a{color:inherit}}
"""


@dataclass(frozen=True)
class Linked:
    """One file as the page lists it."""

    group: Say
    ref: str
    title: str
    on: str
    path: str
    sha256: str
    remark: str = ""


@dataclass(frozen=True)
class Proved:
    """One finding with the files that prove what was done about it."""

    ref: str
    text: str
    status: str
    files: tuple[Linked, ...]


@dataclass(frozen=True)
class Index:
    """Everything the page says."""

    heading: Heading
    finished: str
    """The day on which the round was finished; empty while it runs."""
    counts: tuple[tuple[Say, int], ...]
    papers: tuple[Linked, ...]
    """Letters, issued papers with their versions, minutes."""
    lists: tuple[Linked, ...]
    """What was made for the archive: ledger, register, hand-over lists, contents."""
    findings: tuple[Proved, ...]
    trail_lines: int
    lost: tuple[str, ...]


def write_index(index: Index, *, speak: Speak = str) -> Iterable[bytes]:
    """The page, part by part."""
    title = speak(
        say("{organisation}{round}归档包", organisation=index.heading.organisation, round=index.heading.title)
    )
    yield _utf8('<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n')
    yield _utf8('<meta name="viewport" content="width=device-width">\n<link rel="stylesheet" href="index.css">\n')
    yield _utf8(f"<title>{escape(title)}</title>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n")
    yield _utf8("".join(_paragraph(speak(each)) for each in _about(index)))
    if index.lost:
        yield _utf8(_paragraph(speak(LOST), "fault") + "".join(_paragraph(path, "fault") for path in index.lost))
    yield _utf8(_heading(speak(say("数量"))) + _counted(index.counts, speak))
    yield _utf8(_heading(speak(say("台账、登记表和清单"))) + _table(index.lists, speak))
    yield _utf8(_heading(speak(say("来文、发文、督办文书和会议纪要"))) + _table(index.papers, speak))
    yield _utf8(_heading(speak(say("各问题的佐证材料"))))
    for finding in index.findings:
        head = f"{finding.ref} {finding.text}"
        yield _utf8(f"<h3>{escape(head)} <span class=faint>{escape(finding.status)}</span></h3>\n")
        yield _utf8(_table(finding.files, speak) if finding.files else _paragraph(speak(NO_PROOF), "faint"))
    yield _utf8(_heading(speak(say("怎样核验"))) + "".join(_paragraph(speak(each)) for each in HOW))
    yield _utf8("<p><code>python3 check.py</code></p>\n</body>\n</html>\n")


LOST = say("下列文件在制作时已经缺失，或内容与收存时不同，请从备份中找回后重新制作：")
NO_PROOF = say("没有佐证材料。")
HOW = (
    say("用任何一台装有 Python 3.8 以上的电脑，在解压后的文件夹里运行下面的命令，不需要联网，也不需要安装别的东西。"),
    say("它逐个核对文件，逐条核对留痕，用中文和英文写明哪些完好、哪些不完好。清单的校验值请与移交时记下的核对。"),
)


def _about(index: Index) -> tuple[Say, ...]:
    heading = index.heading
    state = say("本轮已于 {day} 办结。", day=index.finished) if index.finished else say("制作时本轮尚未办结。")
    trail = say(
        "留痕 {count} 条（trail.jsonl），末端 {head}。", count=index.trail_lines, head=heading.trail_head or "-"
    )
    return say("{round}，数据截至 {moment}。", round=heading.round, moment=heading.moment), state, trail


def _counted(counts: Iterable[tuple[Say, int]], speak: Speak) -> str:
    rows = "".join(f"<tr><td>{escape(speak(name))}</td><td class=num>{number}</td></tr>\n" for name, number in counts)
    return f"<table>\n{rows}</table>\n"


def _table(files: Sequence[Linked], speak: Speak) -> str:
    titles = (say("类别"), say("文号或编号"), say("题名"), say("日期"), say("校验值（SHA-256）"))
    head = "".join(f"<th>{escape(speak(each))}</th>" for each in titles)
    return f"<table>\n<tr>{head}</tr>\n{''.join(_row(each, speak) for each in files)}</table>\n"


def _row(each: Linked, speak: Speak) -> str:
    remark = f" <span class=faint>{escape(each.remark)}</span>" if each.remark else ""
    link = f'<a href="{escape(each.path)}">{escape(each.title)}</a>{remark}'
    cells = "".join(f"<td>{cell}</td>" for cell in (escape(speak(each.group)), escape(each.ref), link))
    return f"<tr>{cells}<td class=day>{escape(each.on)}</td><td class=hash>{each.sha256}</td></tr>\n"


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>\n"


def _paragraph(text: str, look: str = "") -> str:
    return f'<p class="{look}">{escape(text)}</p>\n' if look else f"<p>{escape(text)}</p>\n"


def _utf8(text: str) -> bytes:
    return text.encode()
