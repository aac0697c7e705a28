"""The area's table of contents. The page of one round, `round`, counts findings and so belongs to the overview."""

from django.urls import path

from bihuan.rounds import views

urlpatterns = [
    path("rounds/", views.rounds, name="rounds"),
    path("rounds/new/", views.round_new, name="round_new"),
    path("rounds/<str:ref>/edit/", views.round_edit, name="round_edit"),
    path("rounds/<str:ref>/dates/", views.round_dates, name="round_dates"),
    path("rounds/<str:ref>/rules/", views.round_rules, name="round_rules"),
    path("rounds/<str:ref>/rules/<str:name>/", views.round_rule, name="round_rule"),
    path("rounds/<str:ref>/rules/<str:name>/reset/", views.round_rule_reset, name="round_rule_reset"),
    path("rounds/<str:ref>/finish/", views.round_finish, name="round_finish"),
    path("rounds/<str:ref>/resume/", views.round_resume, name="round_resume"),
]
