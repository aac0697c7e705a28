"""How does each write of this app get its line? By the reference of the paper, with plain words."""

from datetime import datetime

from bihuan.dispatch.models import Outgoing
from bihuan.people.viewer import Viewer
from bihuan.trail.actions import record


def tell(
    event: str,
    row: Outgoing,
    by: Viewer,
    at: datetime,
    *,
    after: dict[str, object] | None = None,
    before: dict[str, object] | None = None,
    note: str = "",
    path: str = "",
) -> None:
    code = row.organisation.code
    record(event, row.ref, organisation=code, by=by, at=at, unit_path=path, before=before, after=after, note=note)
