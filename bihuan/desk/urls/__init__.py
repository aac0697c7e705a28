"""The area's table of contents, one module per noun."""

from bihuan.desk.urls import (
    announcements,
    brief,
    calendar,
    errands,
    handovers,
    interviews,
    materials,
    requests,
    selfchecks,
    visits,
)

urlpatterns = [
    *interviews.urlpatterns,
    *visits.urlpatterns,
    *calendar.urlpatterns,
    *materials.urlpatterns,
    *handovers.urlpatterns,
    *announcements.urlpatterns,
    *errands.urlpatterns,
    *brief.urlpatterns,
    *selfchecks.urlpatterns,
    *requests.urlpatterns,
]
