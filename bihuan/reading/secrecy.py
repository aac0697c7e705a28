"""Does a text or a file name carry a state-secret mark? Such a file must not stay on this system.

The mark is `密级★保密期限` (`机密★1年`, `绝密★长期`, `秘密★`), or, in papers after the standard of 1999, the
level alone on its line. Commercial and work secrets, and the words in a sentence, are no marks.
"""

import re
import unicodedata

_GAP = r"[ \t\xa0\u200b\ufeff]*"
_LEVEL = rf"(?P<level>绝{_GAP}密|机{_GAP}密|秘{_GAP}密)"
_TERM = rf"(?P<term>长{_GAP}期|\d[\d\s]*(?:年|个月|月|日|天)|[^\s★☆，。；、]{{2,14}}[前后])?"
_STAR = "[★☆⭐✩✭✪]"
_MARKS = (
    re.compile(rf"(?<!商业)(?<!工作){_LEVEL}{_GAP}{_STAR}{_GAP}{_TERM}"),
    re.compile(rf"(?<![\w*]){_LEVEL}{_GAP}\*(?!\*){_GAP}(?:{_TERM})(?!\w)"),
    re.compile(rf"^{_GAP}[【〔\[(]?{_GAP}{_LEVEL}{_GAP}[】〕\])]?{_GAP}(?P<term>\d+年)?{_GAP}$", re.MULTILINE),
    re.compile(rf"(?:密{_GAP}级|秘密等级){_GAP}:{_GAP}{_LEVEL}(?P<term>(?!\w))"),
    re.compile(rf"^{_GAP}[【〔\[(]{_GAP}{_LEVEL}{_GAP}[】〕\])](?P<term>)", re.MULTILINE),
    re.compile(rf"[【〔\[(]{_GAP}{_LEVEL}{_GAP}[】〕\])](?P<term>)(?={_GAP}(?:\.\w{{1,5}})?$)", re.MULTILINE),
)


def marks(text: str) -> tuple[str, ...]:
    """Each mark once, in its plain form, as it stands in the text: `marks("机　密★１年")` is `("机密★1年",)`."""
    if "密" not in text:
        return ()
    flat = unicodedata.normalize("NFKC", text)
    hits = sorted((hit.start("level"), _plain(hit)) for mark in _MARKS for hit in mark.finditer(flat))
    best: dict[int, str] = {}
    for place, mark in hits:
        best[place] = max(best.get(place, ""), mark, key=len)
    return tuple(dict.fromkeys(best.values()))


def _plain(hit: re.Match[str]) -> str:
    level = re.sub(_GAP, "", hit["level"])
    return f"{level}★{re.sub(_GAP, '', hit['term'] or '')}"
