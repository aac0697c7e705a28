"""How does Django know this app?"""

from django.apps import AppConfig


class OverviewConfig(AppConfig):
    name = "bihuan.overview"
