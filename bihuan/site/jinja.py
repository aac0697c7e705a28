"""What may a template call? The few functions below, and the page parts in `templates/site/parts.html`."""

from datetime import date, datetime
from secrets import token_urlsafe
from typing import Any

from django.forms import BoundField
from django.http import QueryDict
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context

from bihuan.rules.workdays import WEEKDAYS
from bihuan.site.language import render
from bihuan.site.page import Shell


class Missing(StrictUndefined):
    """A name that is not there is false when it is asked about, and an error when it is shown or looked into."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


def environment(**options: Any) -> Environment:
    """Jinja2 as every page uses it: escaping on, a misspelt name is an error, Chinese text is the key."""
    options |= {"trim_blocks": True, "lstrip_blocks": True, "undefined": Missing, "autoescape": True}
    made = Environment(**options)  # noqa: S701  (autoescape is in the options)
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(
        url=url,
        static=static,
        csrf=csrf,
        once_token=once_token,
        say=render,
        local=local,
        weekdays=WEEKDAYS,
        days_between=days_between,
        with_query=with_query,
        control=control,
        shell=Shell(None),
        viewer=None,
    )
    return made


def url(name: str, /, **kwargs: Any) -> str:
    return reverse(name, kwargs=kwargs)


@pass_context
def csrf(context: Context) -> Any:
    """The hidden field that proves a form came from our own page; nothing on a page without a request."""
    return context.get("csrf_input", "")


def once_token() -> str:
    """A form carries one of these, so that the same form sent twice acts once."""
    return token_urlsafe(16)


def local(moment: datetime) -> datetime:
    return timezone.localtime(moment)


def days_between(start: date, end: date) -> int:
    return (end - start).days


def with_query(query: QueryDict | dict[str, Any], **changes: Any) -> str:
    """The same address with some parameters changed; None takes one away."""
    kept = query.copy() if isinstance(query, QueryDict) else QueryDict(mutable=True)
    if not isinstance(query, QueryDict):
        kept.update(query)
    for name, value in changes.items():
        kept.pop(name, None)
        if value is not None:
            kept[name] = value
    return f"?{kept.urlencode()}"


STYLE = {
    "Select": "form-select",
    "SelectMultiple": "form-select",
    "CheckboxInput": "form-check-input",
    "CheckboxSelectMultiple": "choices",
    "RadioSelect": "choices",
}


def control(field: BoundField, hint: str = "") -> str:
    """The input of a form field, with its style, and tied to its hint and its errors for a screen reader."""
    style = STYLE.get(type(field.field.widget).__name__, "form-control")
    attrs = {"class": f"{style} is-invalid" if field.errors else style}
    described = [f"{field.auto_id}_hint"] if hint else []
    described += [f"{field.auto_id}_error"] if field.errors else []
    if described:
        attrs["aria-describedby"] = " ".join(described)
    return field.as_widget(attrs=attrs)
