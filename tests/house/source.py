"""Which files make up the repository? Read once, for the tests about it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
MADE_BY_TOOLS = {"node_modules", "dist", "static", "migrations", "__pycache__"}


@cache
def files(folder: str, ending: str) -> tuple[Path, ...]:
    """The files under a folder with this ending, without those that tools made, as paths from the root."""
    found = (path.relative_to(ROOT) for path in (ROOT / folder).rglob(f"*{ending}"))
    return tuple(sorted(path for path in found if not MADE_BY_TOOLS & set(path.parts)))


@cache
def text(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def of_kind(*kinds: str) -> list[Path]:
    """The modules of all apps with one of these names, whether a file or a folder of nouns: `views`, `forms` …"""
    return [path for path in files("bihuan", ".py") if path.stem in kinds or path.parent.name in kinds]
