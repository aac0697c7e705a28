"""The area's table of contents. The page of one round, `round`, counts findings and so belongs to the overview."""

from django.urls import path

from bihuan.rounds.views import days, round

urlpatterns = [
    # Beside the other pages by which an office sets things up, so that the rail shows where one is.
    path("people/days/", days.days, name="days"),
    path("people/days/add/", days.days_add, name="days_add"),
    path("people/days/paste/", days.days_paste, name="days_paste"),
    path("people/days/<str:day>/remove/", days.days_remove, name="days_remove"),
    path("rounds/", round.rounds, name="rounds"),
    path("rounds/new/", round.round_new, name="round_new"),
    path("rounds/<str:ref>/edit/", round.round_edit, name="round_edit"),
    path("rounds/<str:ref>/dates/", round.round_dates, name="round_dates"),
    path("rounds/<str:ref>/rules/", round.round_rules, name="round_rules"),
    path("rounds/<str:ref>/rules/<str:name>/", round.round_rule, name="round_rule"),
    path("rounds/<str:ref>/rules/<str:name>/reset/", round.round_rule_reset, name="round_rule_reset"),
    path("rounds/<str:ref>/finish/", round.round_finish, name="round_finish"),
    path("rounds/<str:ref>/resume/", round.round_resume, name="round_resume"),
]
