"""Does everyone get the same packages, from whatever registry they use?"""

import json
import re

import pytest

from tests.house.source import ROOT

ADDRESS = re.compile(r"https?://")


@pytest.mark.parametrize("name", ["run", "test"])
def test_every_python_package_is_pinned_with_hashes_and_no_registry_is_named(name):
    lock = (ROOT / "requirements" / f"{name}.txt").read_text()
    packages = re.split(r"\n(?=\S)", lock.strip())

    assert [each.split()[0] for each in packages if not re.match(r"\S+==\S+ .*--hash=sha256:", each, re.DOTALL)] == []
    assert ADDRESS.search(lock) is None


def test_what_runs_is_what_was_tested():
    run, tested = (set((ROOT / "requirements" / name).read_text().split("\n")) for name in ("run.txt", "test.txt"))

    assert run - tested == set()


def test_every_page_asset_is_pinned_with_a_hash_and_no_registry_is_named():
    packages = json.loads((ROOT / "bihuan/site/assets/package-lock.json").read_text())["packages"]
    installed = {name: each for name, each in packages.items() if name}

    assert [name for name, each in installed.items() if "integrity" not in each] == []
    assert [name for name, each in installed.items() if "resolved" in each] == []
