"""Does the offline checker hash as the trail does, wherever it is run?"""

import ast
import hashlib
import inspect
import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bihuan.trail import chain, offline

LINE = {
    "organisation": "yunling", "number": 7, "at": datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai")),
    "actor": "office", "actor_name": "陈明", "post": "整改办", "event": "paper.kept", "subject": "P-0001",
    "unit_path": "1/4/", "before": {}, "after": {"size": 3, "rate": 0.5, "names": ["甲", None]}, "note": "",
    "algorithm": "sm3", "previous": "ab",
}  # fmt: skip


@pytest.mark.parametrize("algorithm", ["sha256", "sm3"])
def test_a_line_has_the_hash_that_the_trail_gave_it(algorithm):
    line = {**LINE, "algorithm": algorithm}

    assert offline.digest(json.loads(chain.canonical(line))) == chain.digest(line)


@pytest.mark.parametrize("length", [0, 1, 55, 56, 63, 64, 65, 1000])
def test_sm3_is_there_without_the_library(length):
    data = b"a" * length

    assert offline.sm3(data) == hashlib.new("sm3", data).hexdigest()


def test_sm3_gives_the_value_of_the_standard():
    assert offline.sm3(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


def test_a_python_without_sm3_checks_a_line_of_it(monkeypatch):
    monkeypatch.setattr(hashlib, "algorithms_available", {"sha256"})

    assert offline.digest(json.loads(chain.canonical(LINE))) == chain.digest(LINE)


def test_it_needs_nothing_but_an_old_python():
    tree = ast.parse(inspect.getsource(offline), feature_version=(3, 8))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {each.module if isinstance(each, ast.ImportFrom) else each.names[0].name for each in imports}

    assert names == {
        "__future__", "collections", "hashlib", "json", "os", "pathlib", "sys", "typing", "zipfile"
    }  # fmt: skip
