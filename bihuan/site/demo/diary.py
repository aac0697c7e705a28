"""In which order did everything happen? The diary holds every act with its moment, and plays them as time went by."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from bihuan.papers.models import Paper

Entry = Callable[[datetime], object]


class Diary:
    """All acts of all stories. Played in order, so that the trail's moments only ever go forward."""

    def __init__(self) -> None:
        self._entries: list[tuple[datetime, int, Entry]] = []
        self.archive: dict[str, Paper] = {}
        """Unit code → the paper that it sent last."""

    def __len__(self) -> int:
        return len(self._entries)

    def plan(self, at: datetime, entry: Entry) -> None:
        self._entries.append((at, len(self._entries), entry))

    def play(self) -> Iterator[datetime]:
        """Do one act after the other, each at least a second after the one before it; yields its moment."""
        last: datetime | None = None
        for planned, _, entry in sorted(self._entries, key=lambda each: each[:2]):
            last = planned if last is None else max(planned, last + timedelta(seconds=1))
            entry(last)
            yield last
