"""Holds the trail append-only against everybody, whatever client they use."""

from django.db import migrations

REFUSAL = "the trail is append-only"

SQLITE = [
    f"""
    CREATE TRIGGER trail_line_no_{verb.lower()} BEFORE {verb} ON trail_line
    BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
    """
    for verb in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"""
    CREATE FUNCTION trail_line_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
    """,
    """
    CREATE TRIGGER trail_line_no_change BEFORE UPDATE OR DELETE ON trail_line
    FOR EACH ROW EXECUTE PROCEDURE trail_line_refuse()
    """,
    """
    CREATE TRIGGER trail_line_no_truncate BEFORE TRUNCATE ON trail_line
    FOR EACH STATEMENT EXECUTE PROCEDURE trail_line_refuse()
    """,
]


def forbid(apps, schema_editor):
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in statements:
        schema_editor.execute(statement)


def allow(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER trail_line_no_{verb}")
    else:
        schema_editor.execute("DROP FUNCTION trail_line_refuse() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]
    operations = [migrations.RunPython(forbid, allow)]
