"""Can every page be shown under a Content-Security-Policy without inline script or style?"""

import re

import pytest

from tests.house.source import files, text

FORBIDDEN = {
    "an inline style": re.compile(r"""\sstyle\s*=\s*["']|<style\b"""),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*type=.application/json)[^>]*>"),
    "an inline handler": re.compile(r"""\s(?:on[a-z]+|hx-on[:\w-]*)\s*=\s*["']|["']js:|["']javascript:"""),
    "text marked safe": re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+false"),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_has(what):
    assert [str(path) for path in files("bihuan", ".html") if FORBIDDEN[what].search(text(path))] == []
