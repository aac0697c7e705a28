"""Addresses of interviews. Nobody but the two arrangers finds anything at them, and no name stands in any."""

from django.urls import URLPattern, path

from bihuan.desk.views import arrangers, interview_list, interview_papers, interviews

urlpatterns: list[URLPattern] = [
    path("desk/arrangers/", arrangers.arrangers, name="arrangers"),
    path("desk/arrangers/<str:round>/<str:username>/unseat/", arrangers.unseat, name="unseat"),
    path("desk/interviews/", interviews.interviews, name="interviews"),
    path("desk/interviews/<str:round>/new/", interviews.interview_new, name="interview_new"),
    path("desk/interviews/<str:round>/paste/", interview_list.interview_paste, name="interview_paste"),
    path("desk/interviews/<str:round>/rooms/", arrangers.rooms, name="rooms"),
    path("desk/interviews/<str:round>/rooms/close/", arrangers.room_close, name="room_close"),
    path("desk/interviews/<str:round>/erase/", arrangers.interviews_erase, name="interviews_erase"),
    path("desk/interviews/<str:round>/door/<str:day>/", interview_papers.door, name="interview_door"),
    path("desk/interviews/<str:round>/slips/<str:day>/", interview_papers.slips, name="interview_slips"),
    path("desk/interviews/<str:round>/guide/<str:day>/", interview_papers.guide, name="interview_guide"),
    path("desk/interviews/<str:round>/<int:number>/", interviews.interview, name="interview"),
    path("desk/interviews/<str:round>/<int:number>/place/", interviews.interview_place, name="interview_place"),
    path("desk/interviews/<str:round>/<int:number>/<str:which>/", interviews.interview_step, name="interview_step"),
]
