"""The area's table of contents."""

from django.urls import path

from bihuan.dispatch.views import archive, making, outgoing, shelf

urlpatterns = [
    path("archives/", archive.archives, name="archives"),
    path("archives/<str:ref>/", archive.progress, name="archive"),
    path("archives/<str:ref>/cancel/", archive.cancel, name="archive_cancel"),
    path("archives/<str:ref>/remove/", archive.remove, name="archive_remove"),
    path("archives/<str:ref>/download/", archive.download, name="archive_download"),
    path("dispatch/", shelf.shelf, name="dispatch"),
    path("dispatch/words/", shelf.number_words, name="number_words"),
    path("dispatch/new/<str:kind>/", making.new, name="outgoing_new"),
    path("dispatch/write/<str:kind>/<str:ending>/", making.write, name="kind_write"),
    path("dispatch/<str:ref>/", outgoing.outgoing, name="outgoing"),
    path("dispatch/<str:ref>/versions/", making.again, name="outgoing_again"),
    path("dispatch/<str:ref>/edited/", making.edited, name="outgoing_edited"),
    path("dispatch/<str:ref>/compare/", outgoing.compare, name="outgoing_compare"),
    path("dispatch/<str:ref>/receivers/", outgoing.address, name="outgoing_address"),
    path("dispatch/<str:ref>/sign/", outgoing.sign, name="outgoing_sign"),
    path("dispatch/<str:ref>/move/<str:which>/", outgoing.step, name="outgoing_move"),
    path("dispatch/<str:ref>/V<int:number>/", making.version, name="version"),
    path("dispatch/<str:ref>/V<int:number>/cancel/", making.cancel, name="version_cancel"),
    path("dispatch/<str:ref>/V<int:number>/<str:ending>/", making.download, name="version_file"),
]
