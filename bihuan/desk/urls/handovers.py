"""Addresses of hand-overs and of the running register."""

from django.urls import URLPattern, path

from bihuan.desk.views import handovers, register

urlpatterns: list[URLPattern] = [
    path("desk/handovers/", handovers.handovers, name="handovers"),
    path("desk/handovers/new/", handovers.new, name="handover_new"),
    path("desk/handovers/register/", register.register, name="register"),
    path("desk/handovers/register/export/", register.export, name="register_export"),
    path("desk/handovers/<str:ref>/", handovers.handover, name="handover"),
    path("desk/handovers/<str:ref>/word/", handovers.word, name="handover_word"),
    path("desk/handovers/<str:ref>/sign/", handovers.sign, name="handover_sign"),
    path("desk/handovers/<str:ref>/cancel/", handovers.cancel, name="handover_cancel"),
    path("desk/handovers/<str:ref>/items/<int:number>/back/", handovers.give_back, name="handover_return"),
    path("desk/handovers/<str:ref>/items/<int:number>/out/", handovers.undo_return, name="handover_undo_return"),
]
