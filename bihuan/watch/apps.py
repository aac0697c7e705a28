"""How does Django know this app?"""

from django.apps import AppConfig


class WatchConfig(AppConfig):
    name = "bihuan.watch"
