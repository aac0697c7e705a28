"""How does Django know this app?"""

from django.apps import AppConfig


class DispatchConfig(AppConfig):
    name = "bihuan.dispatch"
