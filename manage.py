"""Which Django commands are there? For developers; `bihuan manage …` is the same where Bihuan is installed."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bihuan.site.settings")
    execute_from_command_line(sys.argv)
