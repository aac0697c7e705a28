"""Where does each area live? The site's table of contents."""

from django.urls import include, path

urlpatterns = [
    path("", include("bihuan.trail.urls")),
]
