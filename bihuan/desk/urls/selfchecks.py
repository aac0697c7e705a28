"""Addresses of self-checks, and of the sheets that units answer."""

from django.urls import URLPattern, path

from bihuan.desk.views import selfchecks, sheets

_SHEET = "desk/selfchecks/<str:ref>/<str:unit>/"

urlpatterns: list[URLPattern] = [
    path("desk/selfchecks/", selfchecks.selfchecks, name="selfchecks"),
    path("desk/selfchecks/new/", selfchecks.selfcheck_new, name="selfcheck_new"),
    path("desk/selfchecks/<str:ref>/", selfchecks.selfcheck, name="selfcheck"),
    path("desk/selfchecks/<str:ref>/more/", selfchecks.selfcheck_more, name="selfcheck_more"),
    path("desk/selfchecks/<str:ref>/found/", selfchecks.selfcheck_found, name="selfcheck_found"),
    path(_SHEET, sheets.checksheet, name="checksheet"),
    path(f"{_SHEET}sign/", sheets.checksheet_sign, name="checksheet_sign"),
    path(f"{_SHEET}return/", sheets.checksheet_return, name="checksheet_return"),
    path(f"{_SHEET}<int:number>/", sheets.checksheet_answer, name="checksheet_answer"),
    path(f"{_SHEET}<int:number>/proof/", sheets.checksheet_proof, name="checksheet_proof"),
    path(f"{_SHEET}<int:number>/proof/remove/", sheets.checksheet_unproof, name="checksheet_unproof"),
]
