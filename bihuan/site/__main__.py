"""How is the command run where its script is not installed? `python -m bihuan.site` is `bihuan`."""

from bihuan.site.cli import main

main()
