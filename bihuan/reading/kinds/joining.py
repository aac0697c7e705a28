"""Which rows of several lists are about the same finding? 问题, 任务 and 责任清单 are joined by their 序号.

Where the numbers disagree with the wordings, the wordings count.
"""

import re
from collections.abc import Iterable, Iterator

from bihuan.reading.drafts import Draft
from bihuan.reading.kinds.entry import Entry, filled
from bihuan.reading.likeness import likeness


def join(lists: Iterable[list[Entry]]) -> list[Draft]:
    """The drafts of all tables; a table about the same findings fills up the first instead of
    adding rows."""
    joined: list[Entry] = []
    for listed in lists:
        joined = list(_merge(joined, listed)) if _is_same(joined, listed) else joined + listed
    return [entry.settled() for entry in joined]


def _is_same(one: list[Entry], other: list[Entry]) -> bool:
    """Most rows of the second table have a partner in the first, by number and, if worded, by wording."""
    if not one or not other:
        return False
    partners = _Partners(one)
    found = sum(partners.of(entry.draft) is not None for entry in other)
    return found * 5 >= len(other) * 3


class _Partners:
    def __init__(self, entries: list[Entry]) -> None:
        self.drafts = drafts = [entry.draft for entry in entries]
        self.by_text = {
            key: i for i, draft in reversed(list(enumerate(drafts))) for key in (draft.text, draft.issue) if key
        }
        self.by_number = {number_key(d.number): i for i, d in reversed(list(enumerate(drafts))) if d.number}

    def of(self, draft: Draft) -> int | None:
        if draft.text in self.by_text:
            return self.by_text[draft.text]
        at = self.by_number.get(number_key(draft.number)) if draft.number else None
        if at is None or not draft.text:
            return at
        texts = (self.drafts[at].text, self.drafts[at].issue)
        return (
            at
            if any(t and (likeness(t, draft.text) > 0.5 or t in draft.text or draft.text in t) for t in texts)
            else None
        )


def _merge(one: list[Entry], other: list[Entry]) -> Iterator[Entry]:
    partners = _Partners(one)
    merged = list(one)
    alone: list[Entry] = []
    for entry in other:
        at = partners.of(entry.draft)
        if at is None:
            alone.append(entry)
        else:
            merged[at] = filled(merged[at], entry)
    yield from merged
    yield from alone


def number_key(number: str) -> str:
    return re.sub(r"[\s.、()（）]|(?<=\d)\.0$", "", number)
