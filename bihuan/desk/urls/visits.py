"""Addresses of extended visits, and of the meetings that the group attends."""

from django.urls import URLPattern, path

from bihuan.desk.views import meetings, visits

urlpatterns: list[URLPattern] = [
    path("desk/visits/", visits.visits, name="visits"),
    path("desk/visits/new/", visits.visit_new, name="visit_new"),
    path("desk/visits/<str:ref>/", visits.visit, name="visit"),
    path("desk/visits/<str:ref>/edit/", visits.visit_edit, name="visit_edit"),
    path("desk/visits/<str:ref>/ask/", visits.visit_ask, name="visit_ask"),
    path("desk/visits/<str:ref>/<str:which>/", visits.visit_move, name="visit_move"),
    path("desk/meetings/", meetings.meetings, name="meetings"),
    path("desk/meetings/new/", meetings.meeting_new, name="meeting_new"),
    path("desk/meetings/<str:ref>/edit/", meetings.meeting_edit, name="meeting_edit"),
    path("desk/meetings/<str:ref>/cancel/", meetings.meeting_cancel, name="meeting_cancel"),
    path("desk/meetings/<str:ref>/resume/", meetings.meeting_resume, name="meeting_resume"),
]
