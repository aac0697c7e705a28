"""The area's table of contents."""

from django.urls import path

from bihuan.overview.views import burden, findings, holding, round, today, trail, turning

urlpatterns = [
    path("", today.today, name="today"),
    path("search/", today.search, name="search"),
    path("rounds/<str:ref>/", round.round, name="round"),
    path("trail/", trail.trail, name="trail"),
    path("trail/check/", trail.check, name="trail_check"),
    path("holding/", holding.holding, name="holding"),
    path("holding/friday/", turning.turning, name="turning"),
    path("holding/<str:ref>/", holding.held, name="held_by"),
    path("desk/burden/", burden.burden, name="burden"),
    path("desk/<str:ref>/finding/", findings.request_finding, name="request_finding"),
    path(
        "desk/selfchecks/<str:ref>/<str:unit>/<int:number>/finding/",
        findings.selfcheck_finding,
        name="selfcheck_finding",
    ),
    path("ledger/<str:ref>/origin/", findings.finding_origin, name="finding_origin"),
]
