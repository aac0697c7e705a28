"""Addresses of the calendar. The last one is open to whoever knows its secret."""

from django.urls import URLPattern, path

from bihuan.desk.views import calendar as views

urlpatterns: list[URLPattern] = [
    path("desk/calendar/", views.calendar, name="calendar"),
    path("desk/calendar/address/", views.calendar_address, name="calendar_address"),
    path("desk/calendar/address/revoke/", views.calendar_address_revoke, name="calendar_address_revoke"),
    path("calendar/<str:token>.ics", views.calendar_feed, name="calendar_feed"),
]
