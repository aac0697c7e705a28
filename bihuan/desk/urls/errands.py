"""Addresses of errands, and of the duty roster."""

from django.urls import URLPattern, path

from bihuan.desk.views import duties, errands

_SHIFT = "desk/duties/<str:round>/<str:on>/<str:shift>/<str:username>/"

urlpatterns: list[URLPattern] = [
    path("desk/errands/", errands.errands, name="errands"),
    path("desk/errands/<str:ref>/edit/", errands.errand_edit, name="errand_edit"),
    path("desk/errands/<str:ref>/done/", errands.errand_done, name="errand_done"),
    path("desk/errands/<str:ref>/receipt/", errands.errand_receipt, name="errand_receipt"),
    path("desk/errands/<str:ref>/cancel/", errands.errand_cancel, name="errand_cancel"),
    path("desk/errands/<str:ref>/resume/", errands.errand_resume, name="errand_resume"),
    path("desk/duties/", duties.duties, name="duties"),
    path("desk/duties/<str:round>/put/", duties.duties_put, name="duties_put"),
    path(f"{_SHIFT}drop/", duties.duty_drop, name="duty_drop"),
    path(f"{_SHIFT}note/", duties.duty_note, name="duty_note"),
]
