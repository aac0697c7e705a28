"""Addresses of announcements, and of texts that are passed down."""

from django.urls import URLPattern, path

from bihuan.desk.views import announcements, distributions

_ONE = "desk/announcements/<str:round>/<str:kind>/"

urlpatterns: list[URLPattern] = [
    path("desk/announcements/", announcements.announcements, name="announcements"),
    path(f"{_ONE}edit/", announcements.announcement_edit, name="announcement_edit"),
    path(f"{_ONE}print/", announcements.announcement_print, name="announcement_print"),
    path(f"{_ONE}code/", announcements.announcement_code, name="announcement_code"),
    path(f"{_ONE}post/", announcements.announcement_post, name="announcement_post"),
    path(f"{_ONE}close/", announcements.lines_close, name="lines_close"),
    path(f"{_ONE}open/", announcements.lines_open, name="lines_open"),
    path(f"{_ONE}postings/<int:number>/photo/", announcements.posting_photo, name="posting_photo"),
    path("desk/distributions/", distributions.distributions, name="distributions"),
    path("desk/distributions/new/", distributions.distribution_new, name="distribution_new"),
    path("desk/distributions/<str:ref>/", distributions.distribution, name="distribution"),
    path("desk/distributions/<str:ref>/mark/", distributions.distribution_mark, name="distribution_mark"),
    path("desk/distributions/<str:ref>/more/", distributions.distribution_more, name="distribution_more"),
    path("desk/distributions/<str:ref>/withdraw/", distributions.distribution_withdraw, name="distribution_withdraw"),
    path("desk/distributions/<str:ref>/text/", distributions.distribution_text, name="distribution_text"),
    path("desk/distributions/<str:ref>/reminder/", distributions.distribution_reminder, name="distribution_reminder"),
]
