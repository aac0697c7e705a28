"""The way of a list out to be filled in, and back again."""

from django.urls import path

from bihuan.ledger.views import filling

urlpatterns = [
    path("", filling.fillings, name="fillings"),
    path("export/", filling.export, name="filling_export"),
    path("<str:filling>/", filling.filling, name="filling"),
    path("<str:filling>/file/", filling.file, name="filling_file"),
]
