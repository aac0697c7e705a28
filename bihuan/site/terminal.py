"""How does the command line speak? In the language of the installation or of the shell, without Django.

A `BadInput` is one clear line and exit code 2; a `Fault` is one clear line and exit code 1.
"""

import gettext
import os
from datetime import date
from pathlib import Path

import click

from bihuan.say import Say
from bihuan.site.configuration import LANGUAGE

LOCALE = Path(__file__).parent / "locale"


def language() -> str:
    """`BIHUAN_LANGUAGE` if it is set, else English in an English shell, else Chinese."""
    shell = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    chosen = os.environ.get(LANGUAGE.name, "").strip() or ("en" if shell.startswith("en") else LANGUAGE.default)
    return "en" if chosen.startswith("en") else "zh-hans"


def speak() -> None:
    """Let click's own words (Usage, Options, its complaints) come in the same language as ours."""
    os.environ["LANGUAGE"] = "en" if language() == "en" else "zh_Hans"
    gettext.bindtextdomain("terminal", LOCALE)
    gettext.textdomain("terminal")


_ENGLISH = gettext.translation("django", LOCALE, languages=["en"], fallback=True)


def _(text: str) -> str:
    """The sentence in the language of the terminal; an untranslated one stays Chinese."""
    return _ENGLISH.gettext(text) if language() == "en" else text


def render(sentence: Say) -> str:
    """The sentence with its places filled; sentences inside its values as well."""
    values = {name: render(value) if isinstance(value, Say) else value for name, value in sentence.values.items()}
    return _(sentence.text).format(**values)


class BadInput(click.ClickException):
    """What was given cannot be used; the message says what, where and what to do."""

    exit_code = 2


class Fault(click.ClickException):
    """The input was good, and still it could not be done."""

    exit_code = 1


def complain(error: click.ClickException) -> None:
    """The complaint as one line on standard error, with the way to help after a mistyped command."""
    line = " ".join(error.format_message().split())
    if isinstance(error, click.UsageError) and error.ctx:
        line += _("（用法：{command} --help）").format(command=error.ctx.command_path)
    click.echo(f"bihuan: {line}", err=True)


class Day(click.ParamType):
    """`2026-03-31` → date."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(_("“{value}”不是日期，请写成 2026-03-31 的样子。").format(value=value), param, ctx)
