"""Addresses of the day's brief."""

from django.urls import URLPattern, path

from bihuan.desk.views import brief

urlpatterns: list[URLPattern] = [
    path("desk/brief/", brief.brief, name="brief"),
    path("desk/brief/<str:round>/<str:day>/", brief.brief_day, name="brief_day"),
    path("desk/brief/<str:round>/<str:day>/word/", brief.brief_word, name="brief_word"),
]
