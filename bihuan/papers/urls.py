"""The area's table of contents."""

from django.urls import path

from bihuan.papers import views

urlpatterns = [
    path("papers/<str:ref>/", views.paper, name="paper"),
    path("papers/<str:ref>/download/", views.download, name="paper_download"),
]
