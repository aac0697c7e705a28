"""How does Django know this app, what does a unit owe to it, and which of its dates move with the calendar?"""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "bihuan.desk"

    def ready(self) -> None:
        from bihuan.desk.queries.requests import open_requests_of
        from bihuan.desk.queries.settling import objections_dated
        from bihuan.people.duties import DUTIES
        from bihuan.rounds.dated import DATED

        DUTIES.append(open_requests_of)
        DATED.append(objections_dated)
