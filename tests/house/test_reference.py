"""Does docs/reference say what the code says, and may we build on what we build on?"""

import os
import subprocess
import sys

import pytest

from bihuan.site.reference import PAGES, licences
from tests.house.source import ROOT


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The pages as `make docs` writes them, in a Chinese shell."""
    folder = tmp_path_factory.mktemp("reference")
    environment = {**os.environ, "BIHUAN_LANGUAGE": "zh-hans", "BIHUAN_DATA": str(folder / "data")}
    subprocess.run([sys.executable, "-m", "bihuan.site.reference", folder], cwd=ROOT, env=environment, check=True)
    return folder


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_fresh(written, name):
    kept = ROOT / "docs" / "reference" / name

    assert kept.read_text() == (written / name).read_text(), "run: make docs"


def test_every_work_we_build_on_has_a_licence_that_allows_it():
    works = [*licences.python(), *licences.assets()]

    assert [work for work in works if not licences.COMPATIBLE.search(work[2])] == []
