"""Is anything left for later, or switched off?"""

import re

from tests.house.source import files, text

# Written apart, so that this file does not find itself.
LATER = re.compile(r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME")) + r")\b")
SWITCHED_OFF = re.compile("|".join((r"mark\.(?:skip|x" + "fail)", r"pytest\.(?:skip|x" + r"fail)\(", "@" + "skip")))


def test_nothing_is_left_for_later():
    written = (*files("bihuan", ".py"), *files("bihuan", ".html"), *files("bihuan", ".js"), *files("bihuan", ".css"))

    assert [str(path) for path in (*written, *files("tests", ".py")) if LATER.search(text(path))] == []


def test_no_test_is_switched_off():
    assert [str(path) for path in files("tests", ".py") if SWITCHED_OFF.search(text(path))] == []
