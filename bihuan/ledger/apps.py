"""How does Django know this app, and what does it know of a unit's duties and a person's belongings?"""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "bihuan.ledger"

    def ready(self) -> None:
        from bihuan.ledger.actions.succession import pass_on
        from bihuan.ledger.queries.belongings import bar, open_of
        from bihuan.ledger.queries.findings import open_findings_of
        from bihuan.people.belongings import KEEPERS, Keeper
        from bihuan.people.duties import DUTIES

        DUTIES.append(open_findings_of)
        KEEPERS.append(Keeper(open_of, bar, pass_on))
