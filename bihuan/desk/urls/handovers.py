"""Addresses of hand-overs, of the running register, and of what is prepared ahead."""

from django.urls import URLPattern, path

from bihuan.desk.views import handovers, prepared, register

urlpatterns: list[URLPattern] = [
    path("desk/handovers/", handovers.handovers, name="handovers"),
    path("desk/handovers/new/", handovers.new, name="handover_new"),
    path("desk/handovers/<str:ref>/", handovers.handover, name="handover"),
    path("desk/handovers/<str:ref>/word/", handovers.word, name="handover_word"),
    path("desk/handovers/<str:ref>/sign/", handovers.sign, name="handover_sign"),
    path("desk/handovers/<str:ref>/items/<int:number>/back/", handovers.give_back, name="handover_return"),
    path("desk/register/", register.register, name="register"),
    path("desk/register/export/", register.export, name="register_export"),
    path("desk/prepared/", prepared.prepared, name="prepared"),
    path("desk/prepared/load/", prepared.load, name="prepared_load"),
    path("desk/prepared/<str:ref>/", prepared.item, name="prepared_item"),
    path("desk/prepared/<str:ref>/give/", prepared.give, name="prepared_give"),
    path("desk/prepared/<str:ref>/<str:which>/", prepared.step, name="prepared_step"),
]
