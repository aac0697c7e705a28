"""Which font of this computer has Chinese letters, for the charts in a report? The first known one; none is shipped."""

import os
from functools import cache
from pathlib import Path

from bihuan.writing.charts import Font

KNOWN: tuple[tuple[str, int], ...] = (
    ("SourceHanSansSC-Regular.otf", 0),
    ("SourceHanSansCN-Regular.otf", 0),
    ("NotoSansSC-Regular.otf", 0),
    ("NotoSansCJK-Regular.ttc", 2),
    ("wqy-microhei.ttc", 0),
    ("wqy-zenhei.ttc", 0),
    ("simhei.ttf", 0),
    ("msyh.ttc", 0),
    ("DroidSansFallbackFull.ttf", 0),
)
"""File, and which face of it is for simplified Chinese."""
PLACES = ("/usr/share", "/usr/local/share", "~/.local/share")


def chinese_font() -> Font | None:
    """Its file and face, or nothing; a font that is installed later is seen after the next start."""
    return _found(os.environ.get("XDG_DATA_DIRS", ""))


@cache
def _found(more: str) -> Font | None:
    folders = [Path(place).expanduser() / "fonts" for place in (*PLACES, *filter(None, more.split(os.pathsep)))]
    files = {name: Path(place) / name for folder in folders for place, _, names in os.walk(folder) for name in names}
    return next((Font(str(files[name]), face) for name, face in KNOWN if name in files), None)
