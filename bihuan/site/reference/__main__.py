"""Where are the pages written? Into the folder that is named: `python -m bihuan.site.reference docs/reference`."""

import sys
from pathlib import Path

from bihuan.site import start, terminal
from bihuan.site.reference import PAGES

terminal.speak()
start.load()
folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name, page in PAGES.items():
    (folder / name).write_text(page(), encoding="utf-8")
