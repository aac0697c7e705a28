"""Where does each area live? The site's table of contents."""

from django.urls import include, path

from bihuan.site.language import switch

urlpatterns = [
    path("language/", switch, name="language"),
    path("", include("bihuan.rounds.urls")),
    path("", include("bihuan.overview.urls")),
    path("", include("bihuan.dispatch.urls")),
    path("", include("bihuan.dispatch.notice_urls")),
    path("", include("bihuan.dispatch.template_urls")),
    path("", include("bihuan.watch.urls")),
    path("", include("bihuan.ledger.urls")),
    path("", include("bihuan.desk.urls")),
    path("", include("bihuan.papers.urls")),
    path("", include("bihuan.people.urls")),
]

handler400 = "bihuan.site.errors.bad_request"
handler403 = "bihuan.site.errors.forbidden"
handler404 = "bihuan.site.errors.not_found"
handler500 = "bihuan.site.errors.fault"
