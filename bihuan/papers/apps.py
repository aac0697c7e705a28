"""How does Django know this app?"""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "bihuan.papers"
