"""The way from a letter into the ledger, page by page."""

from django.urls import path

from bihuan.ledger.views import arrivals, columns, drafts, intake

all_of = "rounds/<str:ref>/import/"
one = all_of + "<str:intake>/"
row = one + "rows/<int:number>/"

arriving = all_of + "arriving/<str:token>/"

urlpatterns = [
    path(all_of, intake.intakes, name="intakes"),
    path(all_of + "again/<str:paper>/", intake.again, name="intake_again"),
    path(arriving, arrivals.arrival, name="arrival"),
    path(arriving + "cancel/", arrivals.cancel, name="arrival_cancel"),
    path(one, intake.intake, name="intake"),
    path(one + "confirm/", intake.confirm, name="intake_confirm"),
    path(one + "discard/", intake.discard, name="intake_discard"),
    path(one + "resume/", intake.resume, name="intake_resume"),
    path(one + "columns/", columns.explain, name="intake_columns"),
    path(one + "units/", drafts.units, name="intake_units"),
    path(one + "undo/<int:number>/", drafts.undo, name="undo_draft_step"),
    path(row, drafts.draft, name="draft"),
    path(row + "edit/", drafts.edit, name="edit_draft"),
    path(row + "split/", drafts.split, name="split_draft"),
    path(row + "<str:verb>/", drafts.do, name="draft_do"),
]
