"""How does Django know this app?"""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "bihuan.trail"
