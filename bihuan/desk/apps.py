"""How does Django know this app?"""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "bihuan.desk"
