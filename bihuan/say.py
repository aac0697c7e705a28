"""How does a pure package say something to a person, without knowing the person's language?

It returns a `Say`: the Chinese sentence, which is also the key of its translation, and its values.
`str()` gives the Chinese; `bihuan.site.language.render` gives the reader's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Say:
    """A sentence with {named} places, not yet translated and not yet filled."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.text.format(**self.values)


def say(text: str, **values: object) -> Say:
    """`say("第 {row} 行没有问题内容。", row=12)`. Babel collects the first argument of every call."""
    return Say(text, values)
