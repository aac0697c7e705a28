"""Addresses of materials, and of what is prepared ahead."""

from django.urls import URLPattern, path

from bihuan.desk.views import materials, prepared

urlpatterns: list[URLPattern] = [
    path("desk/materials/", materials.materials, name="materials"),
    path("desk/materials/new/", materials.new, name="material_new"),
    path("desk/materials/matches/", materials.matches, name="material_matches"),
    path("desk/materials/prepared/", prepared.prepared, name="prepared"),
    path("desk/materials/prepared/load/", prepared.load, name="prepared_load"),
    path("desk/materials/prepared/<str:ref>/", prepared.item, name="prepared_item"),
    path("desk/materials/prepared/<str:ref>/give/", prepared.give, name="prepared_give"),
    path("desk/materials/prepared/<str:ref>/<str:which>/", prepared.step, name="prepared_step"),
    path("desk/materials/<str:ref>/", materials.material, name="material"),
    path("desk/materials/<str:ref>/correct/", materials.correct, name="material_correct"),
    path("desk/materials/<str:ref>/file/", materials.download, name="material_file"),
]
