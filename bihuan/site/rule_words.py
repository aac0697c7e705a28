"""Which words of the shipped rule sets do people read? Their titles, and the source of every value.

Babel calls this for the files that `locale/babel.cfg` names, as it calls its own readers of Python and Jinja.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from typing import IO


def extract(
    file: IO[bytes], keywords: Mapping[str, object], tags: Collection[str], options: Mapping[str, object]
) -> Iterator[tuple[int, None, str, list[str]]]:
    """Each sentence as Babel asks for it: line (any will do), function, sentence, comments."""
    content = tomllib.load(file)
    for sentence in (content["title"], *(rule["source"] for rule in content["rules"].values())):
        yield 1, None, sentence, []
