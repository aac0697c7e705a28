"""The addresses of the public notice: a round, an audience, and a finding in it; and the named sheet of interviews."""

from django.urls import path

from bihuan.dispatch.views import notice
from bihuan.dispatch.views.interview_day import interview_day_sheet

WHERE = "notices/<str:round>/<str:audience>/"

urlpatterns = [
    path("desk/interviews/<str:round>/sheet/<str:day>/", interview_day_sheet, name="interview_day_sheet"),
    path(WHERE, notice.notice, name="notice"),
    path(f"{WHERE}frame/", notice.frame, name="notice_frame"),
    path(f"{WHERE}publish/", notice.publish, name="notice_publish"),
    path(f"{WHERE}<str:ref>/", notice.row, name="notice_row"),
    path(f"{WHERE}<str:ref>/wording/", notice.wording, name="notice_wording"),
    path(f"{WHERE}<str:ref>/withhold/", notice.withhold, name="notice_withhold"),
    path(f"{WHERE}<str:ref>/<str:which>/", notice.decide, name="notice_decide"),
]
