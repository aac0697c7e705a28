"""How does Django know this app, and what does a unit owe to it?"""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "bihuan.ledger"

    def ready(self) -> None:
        from bihuan.ledger.queries.findings import open_findings_of
        from bihuan.people.duties import DUTIES

        DUTIES.append(open_findings_of)
