"""How does Django know this app, and what does a unit owe to it?"""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "bihuan.desk"

    def ready(self) -> None:
        from bihuan.desk.queries.requests import open_requests_of
        from bihuan.people.duties import DUTIES

        DUTIES.append(open_requests_of)
