"""How do the tests run the product? Its own settings, on a folder that is gone afterwards, with quick password hashes.

Choices in the environment of the person who runs the tests are not used; `tests.postgres` alone names a database.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from bihuan.site import configuration

_worker = os.environ.get("PYTEST_XDIST_WORKER", "")
_above = os.environ["BIHUAN_DATA"] if _worker else tempfile.mkdtemp(prefix="bihuan-tests-")
if not _worker:
    atexit.register(shutil.rmtree, _above, ignore_errors=True)

for _option in configuration.OPTIONS:
    os.environ.pop(_option.name, None)
os.environ["BIHUAN_DATA"] = str(Path(_above) / _worker)
os.environ["DATABASE_URL"] = os.environ.get("BIHUAN_TESTS_DATABASE", "")

from bihuan.site.settings import *  # noqa: E402, F403
from bihuan.site.settings import DATABASES, FOLDER, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["tests.hashers.QuickArgon2"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": FOLDER / "tests.sqlite3"}  # a file, so that it is WAL as in real life
