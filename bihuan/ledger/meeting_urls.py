"""The pages of rectification meetings."""

from django.urls import path

from bihuan.ledger.views import meetings

urlpatterns = [
    path("", meetings.meetings, name="rectification_meetings"),
    path("new/", meetings.new, name="rectification_meeting_new"),
    path("<str:ref>/edit/", meetings.edit, name="rectification_meeting_edit"),
    path("<str:ref>/hold/", meetings.hold, name="rectification_meeting_hold"),
    path("<str:ref>/minutes/", meetings.minutes, name="rectification_meeting_minutes"),
    path("<str:ref>/<str:which>/", meetings.step, name="rectification_meeting_move"),
]
