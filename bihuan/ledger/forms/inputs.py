"""How are days and longer texts typed in? The browser's own date field, and a text area of a few lines."""

from typing import Any

from django import forms


class DayInput(forms.DateInput):
    """A date field of the browser; its value is always 2026-03-31, whatever the language of the page."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


def lines(count: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": count})
