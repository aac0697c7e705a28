"""How does Django know this app?"""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "bihuan.rounds"
