"""Which addresses are there, what do they take, and who is let in? From the urls and the decorators of the views."""

import inspect
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from bihuan.site.reference.markdown import table, whole

DOORS = {"office_only": "the office", "signed_in": "whoever is signed in"}
"""Decorator of `people.gate` → whom it lets in, the narrowest first."""
View = Callable[..., Any]


def page() -> str:
    found = sorted(routes(get_resolver()), key=lambda each: (area(each[1].callback), each[0]))
    parts = []
    for name, group in groupby(found, key=lambda each: area(each[1].callback)):
        rows = [cells(address, route) for address, route in group]
        parts += [f"## {name}", table(("Address", "Name", "Takes", "Open to", "What it answers"), rows)]
    return whole(
        "Addresses",
        "Whoever is signed in finds only what he or she may see; anything else is 404, as if it were not there. "
        "Who may make which move is in [lives.md](lives.md).",
        *parts,
    )


def routes(resolver: URLResolver, above: str = "/") -> Iterator[tuple[str, URLPattern]]:
    """Every address with its pattern."""
    for each in resolver.url_patterns:
        address = above + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from routes(each, address)
        else:
            yield address, each


def area(view: View) -> str:
    return inspect.unwrap(view).__module__.split(".")[1]


def cells(address: str, route: URLPattern) -> tuple[str, ...]:
    shown = address.replace("<str:", "<").replace("<int:", "<")
    about = (inspect.getdoc(route.callback) or "").split("\n")[0]
    return f"`{shown}`", f"`{route.name}`", methods(route.callback), door(route.callback), about


def layers(view: View) -> Iterator[View]:
    """The view as its decorators wrapped it, from the outside in."""
    yield view
    if inner := getattr(view, "__wrapped__", None):
        yield from layers(inner)


def decorators(view: View) -> dict[str, View]:
    """The name of each decorator that wraps the view → what it made of it."""
    return {each.__code__.co_qualname.partition(".")[0]: each for each in layers(view)}


def methods(view: View) -> str:
    """What `require_http_methods` lets through; a view without it shows on GET and acts on POST."""
    limit = decorators(view).get("require_http_methods")
    allowed = inspect.getclosurevars(limit).nonlocals["request_method_list"] if limit else ("GET", "POST")
    return ", ".join(each for each in allowed if each != "HEAD")


def door(view: View) -> str:
    worn = decorators(view)
    return next((words for name, words in DOORS.items() if name in worn), "everybody")
