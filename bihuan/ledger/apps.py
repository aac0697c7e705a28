"""How does Django know this app?"""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "bihuan.ledger"
