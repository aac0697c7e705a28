"""How does Django know this app?"""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "bihuan.site"
