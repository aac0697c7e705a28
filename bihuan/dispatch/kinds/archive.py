"""归档目录: what is to be kept of a round."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.archive import archive_values
from bihuan.say import say
from bihuan.writing.archive import write_archive, write_archive_sheet

ARCHIVE = Kind(
    name="archive",
    title=say("归档目录"),
    stage=Stage.AFTER,
    source=say("整改结束后的归档清单"),
    values=archive_values,
    write={"docx": write_archive, "xlsx": write_archive_sheet},
)
