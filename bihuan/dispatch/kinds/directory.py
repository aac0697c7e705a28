"""Who is reached where during the visit?"""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.directory import directory
from bihuan.say import say
from bihuan.writing.directory import write_directory

DIRECTORY = Kind(
    name="directory",
    title=say("通讯录"),
    stage=Stage.BEFORE,
    source=say("县级规范：进驻前 2 天报送联络组名单"),
    values=directory,
    write={"docx": write_directory},
)
