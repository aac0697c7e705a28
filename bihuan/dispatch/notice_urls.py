"""The addresses of the public notice: a round, an audience, and a finding in it."""

from django.urls import path

from bihuan.dispatch.views import notice

WHERE = "notices/<str:round>/<str:audience>/"

urlpatterns = [
    path(WHERE, notice.notice, name="notice"),
    path(f"{WHERE}frame/", notice.frame, name="notice_frame"),
    path(f"{WHERE}publish/", notice.publish, name="notice_publish"),
    path(f"{WHERE}<str:ref>/", notice.row, name="notice_row"),
    path(f"{WHERE}<str:ref>/wording/", notice.wording, name="notice_wording"),
    path(f"{WHERE}<str:ref>/withhold/", notice.withhold, name="notice_withhold"),
    path(f"{WHERE}<str:ref>/<str:which>/", notice.decide, name="notice_decide"),
]
