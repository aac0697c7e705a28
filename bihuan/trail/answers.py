"""How does a refusal become an answer? A status for the browser, and words in the reader's language."""

from django.utils.translation import gettext

from bihuan.say import Say

STATUS = {"who": 403, "when": 409, "what": 422}
"""Refusal kind → HTTP status."""


def words(sentence: Say) -> str:
    """The sentence in the language of this request, its places filled; a value may itself be a sentence."""
    values = {name: words(value) if isinstance(value, Say) else value for name, value in sentence.values.items()}
    return gettext(sentence.text).format(**values)
