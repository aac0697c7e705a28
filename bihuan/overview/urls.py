"""The area's table of contents."""

from django.urls import path

from bihuan.overview.views import burden, findings, round, today, trail

urlpatterns = [
    path("", today.today, name="today"),
    path("search/", today.search, name="search"),
    path("rounds/<str:ref>/", round.round, name="round"),
    path("trail/", trail.trail, name="trail"),
    path("trail/check/", trail.check, name="trail_check"),
    path("desk/burden/", burden.burden, name="burden"),
    path("desk/<str:ref>/finding/", findings.request_finding, name="request_finding"),
    path(
        "desk/selfchecks/<str:ref>/<str:unit>/<int:number>/finding/",
        findings.selfcheck_finding,
        name="selfcheck_finding",
    ),
    path("ledger/<str:ref>/origin/", findings.finding_origin, name="finding_origin"),
]
