"""Which words of the shipped rule sets, colour schemes and ladders do people read? Titles, sources, words.

Babel calls this for the files that `locale/babel.cfg` names, as it calls its own readers of Python and Jinja.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any


def extract(
    file: IO[bytes], keywords: Mapping[str, object], tags: Collection[str], options: Mapping[str, object]
) -> Iterator[tuple[int, None, str, list[str]]]:
    """Each sentence as Babel asks for it: line (any will do), function, sentence, comments."""
    for sentence in _sentences(tomllib.load(file)):
        yield 1, None, sentence, []


def _sentences(content: Mapping[str, Any]) -> list[str]:
    rules = [rule["source"] for rule in content.get("rules", {}).values()]
    colours = [colour["word"] for colour in content.get("colours", {}).values()]
    steps = [step[name] for step in content.get("steps", ()) for name in ("title", "use", "demand")]
    return [content["title"], *([content["source"]] if "source" in content else []), *rules, *colours, *steps]
