"""How does Django know this app?"""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "bihuan.people"
