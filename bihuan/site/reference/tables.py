"""What is kept, and where? Every table with its columns, from the models and the remarks beside their fields."""

import ast
import inspect
from itertools import pairwise

from django.apps import apps
from django.db.models import CheckConstraint, Field, ForeignKey, Model, UniqueConstraint

from bihuan.site.reference.markdown import table, whole


def page() -> str:
    ours = [each for each in apps.get_app_configs() if each.name.startswith("bihuan.")]
    models = [model for app in sorted(ours, key=lambda app: app.label) for model in app.get_models()]
    return whole(
        "Database tables",
        "The same tables on SQLite and PostgreSQL. Every table has a primary key `id` unless one is named; people see "
        "references such as F-012, never primary keys. Django's own tables (sessions, migrations) are not listed.",
        *(part for model in models for part in described(model)),
    )


def described(model: type[Model]) -> list[str]:
    told = remarks(model)
    fields = [field for field in model._meta.local_fields if field.name != "id"]
    rows = [(f"`{field.column}`", kind(field), told.get(field.name, "")) for field in fields]
    rows += [(f"`{each.name}`", f"many of `{each.related_model._meta.db_table}`", told.get(each.name, ""))
             for each in model._meta.local_many_to_many]  # fmt: skip
    return [
        f"## {model._meta.db_table}",
        (inspect.getdoc(model) or "").split("\n")[0],
        table(("Column", "Kind", "Remark"), rows),
        *constraints(model),
    ]


def kind(field: Field) -> str:
    if isinstance(field, ForeignKey):
        name = f"one of `{field.related_model._meta.db_table}`"
    else:
        name = field.get_internal_type().removesuffix("Field")
        name += f"({field.max_length})" if field.max_length and name == "Char" else ""
    return f"{name}, may be empty" if field.null else name


def constraints(model: type[Model]) -> list[str]:
    """One line per rule that the database itself holds."""
    lines = []
    for each in model._meta.constraints:
        if isinstance(each, UniqueConstraint):
            lines.append(f"- `{each.name}`: {', '.join(each.fields)} together occur once")
        if isinstance(each, CheckConstraint):
            lines.append(f"- `{each.name}`: only values that the rules know")
    return ["\n".join(lines)] if lines else []


def remarks(model: type[Model]) -> dict[str, str]:
    """Field → the text below it in the source, as one line."""
    body = ast.parse(inspect.getsource(model)).body[0].body
    return {
        field.targets[0].id: " ".join(remark.value.value.split())
        for field, remark in pairwise(body)
        if isinstance(field, ast.Assign) and isinstance(remark, ast.Expr) and isinstance(remark.value, ast.Constant)
    }
