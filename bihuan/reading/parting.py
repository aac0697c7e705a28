"""When a wording is parted in two, which part of its place in the original belongs to which half?

Example: 学习不深入；落实不力 stood in one stretch; parted before 落实, the stretch is parted there as well. Where the
wording was rewritten so that its second half cannot be found in the original, both halves keep the whole place.
"""

from bihuan.reading.blocks import Span

LOOKED_FOR = 12
"""So many characters of the second half are looked for in the original."""
ENDS = "。！？；!?;"
JOINS = "，、,："


def part(spans: tuple[Span, ...], originals: tuple[str, ...], head: str, tail: str) -> tuple[tuple[Span, ...], ...]:
    """The spans of both halves. `originals` are the texts of the spans, one each."""
    whole = "".join(originals)
    at = _nearest(whole, tail.strip()[:LOOKED_FOR], len(head))
    if at <= 0:
        return spans, spans
    first: list[Span] = []
    second: list[Span] = []
    passed = 0
    for span, text in zip(spans, originals, strict=True):
        cut = min(max(at - passed, 0), len(text))
        if cut:
            first.append(Span(span.block, span.start, span.start + cut))
        if cut < len(text):
            second.append(Span(span.block, span.start + cut, span.end))
        passed += len(text)
    return tuple(first), tuple(second)


def _nearest(whole: str, piece: str, wanted: int) -> int:
    """Where the piece begins, as near as can be to the wanted place; -1 where it does not occur."""
    found, at = -1, whole.find(piece) if piece else -1
    while at >= 0:
        if found < 0 or abs(at - wanted) < abs(found - wanted):
            found = at
        at = whole.find(piece, at + 1)
    return found


def seams(text: str) -> tuple[int, ...]:
    """The places at which a person may want to part a wording: after each mark that ends or joins something."""
    marks = ENDS + JOINS
    return tuple(
        i + 1 for i, sign in enumerate(text) if sign in marks and text[:i].strip(marks) and text[i + 1 :].strip(marks)
    )


def halves(text: str, at: int) -> tuple[str, str]:
    """Both halves, without the mark that joined them: `学习不深，担当不够` at 5 is 学习不深 and 担当不够."""
    return text[:at].strip().rstrip(";；" + JOINS), text[at:].strip().lstrip("。；" + JOINS)


def joined(above: str, below: str) -> str:
    """Two wordings as one; a mark stands between them."""
    above = above.rstrip()
    return above + below.lstrip() if not above or above[-1] in ENDS + JOINS else f"{above}；{below.lstrip()}"
