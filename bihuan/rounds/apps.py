"""How does Django know this app, and which of its dates move with the calendar?"""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "bihuan.rounds"

    def ready(self) -> None:
        from bihuan.rounds.dated import DATED
        from bihuan.rounds.queries.shifts import milestones_dated

        DATED.append(milestones_dated)
