"""Addresses of materials."""

from django.urls import URLPattern, path

from bihuan.desk.views import materials

urlpatterns: list[URLPattern] = [
    path("desk/materials/", materials.materials, name="materials"),
    path("desk/materials/new/", materials.new, name="material_new"),
    path("desk/materials/matches/", materials.matches, name="material_matches"),
    path("desk/materials/<str:ref>/", materials.material, name="material"),
    path("desk/materials/<str:ref>/file/", materials.download, name="material_file"),
]
