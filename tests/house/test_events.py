"""Does everything that the trail records have words for people?"""

import ast
import re
from functools import cache
from importlib import import_module

from tests.house.source import files, of_kind, tree


@cache
def phrases() -> list[str]:
    """The events that have a phrase, each as often as it has one."""
    modules = [".".join(path.with_suffix("").parts) for path in files("bihuan", ".py") if path.stem == "phrases"]
    return [event for module in modules for event in import_module(module).PHRASES]


def recorded() -> set[str]:
    """The names `noun.verbed` that actions, and the tables of the rules behind them, write."""
    nouns = "|".join(sorted({event.partition(".")[0] for event in phrases()}))
    event = re.compile(rf"(?:{nouns})\.[a-z_]+")
    modules = (*of_kind("actions"), *files("bihuan/rules", ".py"))
    nodes = [node for path in modules for node in ast.walk(tree(path))]
    written = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {value for value in written if event.fullmatch(value)} | {name for node in nodes for name in named(node)}


def named(node: ast.AST) -> set[str]:
    """The event in a call such as `record("round.opened", …)`, whatever its noun."""
    if not isinstance(node, ast.Call) or not node.args or not isinstance(node.func, ast.Name):
        return set()
    first = node.args[0]
    told = node.func.id.strip("_") == "record" and isinstance(first, ast.Constant)
    return {str(first.value)} if told else set()


def test_every_recorded_event_has_one_phrase_and_every_phrase_an_event():
    assert sorted(phrases()) == sorted(recorded())
