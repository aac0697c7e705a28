"""The area's table of contents."""

from django.urls import include, path

from bihuan.ledger.views import assign, export, extensions, finding, plan, review, standing, table, taxonomy, work

measure = "ledger/<str:ref>/measures/<int:number>/"

urlpatterns = [
    path("", include("bihuan.ledger.intake_urls")),
    path("rounds/<str:ref>/filling/", include("bihuan.ledger.filling_urls")),
    path("ledger/meetings/", include("bihuan.ledger.meeting_urls")),
    path("review/", review.review, name="review"),
    # Beside the other pages by which an office sets things up, so that the rail shows where one is.
    path("people/taxonomy/", taxonomy.taxonomy, name="taxonomy"),
    path("people/taxonomy/file/", taxonomy.file, name="taxonomy_file"),
    path("people/taxonomy/restore/", taxonomy.restore, name="taxonomy_restore"),
    path("people/taxonomy/resume/", taxonomy.resume, name="taxonomy_resume"),
    path("ledger/", table.ledger, name="ledger"),
    path("ledger/filters/", table.keep_filter, name="ledger_filter"),
    path("ledger/export/", export.export, name="ledger_export"),
    path("ledger/assign/", assign.assign, name="assign"),
    path("ledger/assign/<int:key>/undo/", assign.undo, name="undo_assignment"),
    path("ledger/<str:ref>/", finding.finding, name="finding"),
    path("ledger/<str:ref>/plan/", plan.plan, name="plan"),
    path("ledger/<str:ref>/progress/", work.progress, name="progress"),
    path("ledger/<str:ref>/papers/<str:paper>/", work.download, name="finding_paper"),
    path("ledger/<str:ref>/extensions/", extensions.ask, name="ask_extension"),
    path("ledger/<str:ref>/extensions/<int:number>/<str:which>/", extensions.step, name="move_extension"),
    path("ledger/<str:ref>/standing/", standing.prove, name="prove_standing"),
    path("ledger/<str:ref>/standing/rhythm/", standing.rhythm, name="set_rhythm"),
    path("ledger/<str:ref>/standing/end/", standing.end, name="end_rhythm"),
    path("ledger/<str:ref>/measures/", plan.add_measure, name="add_measure"),
    path(measure, plan.edit_measure, name="measure"),
    path(measure + "drop/", plan.drop_measure, name="drop_measure"),
    path(measure + "evidence/", work.evidence, name="evidence"),
    path(measure + "evidence/<str:paper>/detach/", work.detach, name="detach_evidence"),
    path(measure + "numbers/", work.numbers, name="numbers"),
    path(measure + "<str:which>/", work.step, name="move_measure"),
    path("ledger/<str:ref>/<str:which>/", finding.step, name="move"),
]
