"""Addresses of requests."""

from django.urls import URLPattern, path

from bihuan.desk.views import board, request, request_answer, request_assign, request_new

urlpatterns: list[URLPattern] = [
    path("desk/", board.desk, name="desk"),
    path("desk/new/", request_new.new, name="request_new"),
    path("desk/new/lines/", request_new.lines, name="request_lines"),
    path("desk/assign/", request_assign.assign, name="request_assign"),
    path("desk/<str:ref>/", request.request_page, name="request"),
    path("desk/<str:ref>/amend/", request.amend, name="request_amend"),
    path("desk/<str:ref>/undo/", request.undo, name="request_undo"),
    path("desk/<str:ref>/answer/write/", request_answer.write, name="request_write"),
    path("desk/<str:ref>/answer/attach/", request_answer.attach, name="request_attach"),
    path("desk/<str:ref>/answer/material/", request_answer.register, name="request_material"),
    path("desk/<str:ref>/answer/<str:material>/detach/", request_answer.detach, name="request_detach"),
    path("desk/<str:ref>/<str:which>/", request.step, name="request_move"),
]
