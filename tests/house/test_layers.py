"""Does everything stand where a newcomer looks for it, and point the right way?"""

import ast
import re
import subprocess
import sys
from pathlib import Path

from tests.house.source import ROOT, files, functions, of_kind, text, tree


def test_imports_point_down():
    program = Path(sys.executable).with_name("lint-imports")

    run = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout


def test_views_and_forms_ask_the_database_nothing_themselves():
    assert [str(path) for path in of_kind("views", "forms", "urls") if ".objects" in text(path)] == []


def test_nothing_happens_behind_the_back_of_an_action():
    """No signals, and no table saves or deletes in its own way."""
    signals = re.compile(r"\b(?:post|pre)_(?:save|delete|init)\b|m2m_changed|\bdjango\.dispatch\b|@receiver\b")
    overrides = [f"{path}:{each.name}" for path in of_kind("models") for each in functions(path)]

    assert [str(path) for path in files("bihuan", ".py") if signals.search(text(path))] == []
    assert [name for name in overrides if name.endswith((":save", ":delete"))] == []


def test_every_module_says_which_question_it_answers():
    assert [str(path) for path in files("bihuan", ".py") if not ast.get_docstring(tree(path))] == []


def test_every_folder_of_tests_is_a_package():
    folders = {path.parent for path in files("tests", ".py")}

    assert [str(folder) for folder in sorted(folders) if not (ROOT / folder / "__init__.py").exists()] == []
