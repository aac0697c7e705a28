"""How does Django know this app, what do units and people owe to it, and which dates move with the calendar?"""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "bihuan.desk"

    def ready(self) -> None:
        from bihuan.desk.actions.succession import pass_on
        from bihuan.desk.queries.belongings import bar, open_of
        from bihuan.desk.queries.requests import open_requests_of
        from bihuan.desk.queries.settling import objections_dated
        from bihuan.people.belongings import KEEPERS, Keeper
        from bihuan.people.duties import DUTIES
        from bihuan.rounds.dated import DATED

        DUTIES.append(open_requests_of)
        KEEPERS.append(Keeper(open_of, bar, pass_on))
        DATED.append(objections_dated)
