"""The area's table of contents."""

from django.urls import path

from bihuan.overview.views import round, today, trail

urlpatterns = [
    path("", today.today, name="today"),
    path("search/", today.search, name="search"),
    path("rounds/<str:ref>/", round.round, name="round"),
    path("trail/", trail.trail, name="trail"),
    path("trail/check/", trail.check, name="trail_check"),
]
