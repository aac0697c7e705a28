"""The area's table of contents: the door, one's own account, units, people, and their import."""

from django.urls import path

from bihuan.people.views import account, directory, me, post, roster, session, succession, unit

urlpatterns = [
    path("sign-in/", session.sign_in, name="sign_in"),
    path("sign-out/", session.sign_out, name="sign_out"),
    path("me/", me.me, name="me"),
    path("me/password/", me.password, name="password"),
    path("people/", directory.people, name="people"),
    path("people/units/new/", unit.unit_new, name="unit_new"),
    path("people/units/<str:ref>/", unit.unit, name="unit"),
    path("people/units/<str:ref>/edit/", unit.unit_edit, name="unit_edit"),
    path("people/units/<str:ref>/move/", unit.unit_move, name="unit_move"),
    path("people/units/<str:ref>/close/", unit.unit_close, name="unit_close"),
    path("people/units/<str:ref>/reopen/", unit.unit_reopen, name="unit_reopen"),
    path("people/accounts/", directory.accounts, name="accounts"),
    path("people/accounts/new/", account.account_new, name="account_new"),
    path("people/accounts/<str:username>/", account.account, name="account"),
    path("people/accounts/<str:username>/edit/", account.account_edit, name="account_edit"),
    path("people/accounts/<str:username>/password/", account.account_password, name="account_password"),
    path("people/accounts/<str:username>/unlock/", account.account_unlock, name="account_unlock"),
    path("people/accounts/<str:username>/deactivate/", account.account_deactivate, name="account_deactivate"),
    path("people/accounts/<str:username>/reactivate/", account.account_reactivate, name="account_reactivate"),
    path("people/accounts/<str:username>/succession/", succession.succession, name="succession"),
    path("people/accounts/<str:username>/posts/new/", post.post_new, name="post_new"),
    path("people/accounts/<str:username>/posts/<str:unit>/<str:role>/", post.post_edit, name="post_edit"),
    path("people/accounts/<str:username>/posts/<str:unit>/<str:role>/end/", post.post_end, name="post_end"),
    path("people/import/", roster.people_import, name="people_import"),
    path("people/import/confirm/", roster.people_import_confirm, name="people_import_confirm"),
    path("people/import/template/", roster.people_import_template, name="people_import_template"),
]
