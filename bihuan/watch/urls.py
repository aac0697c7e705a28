"""The area's table of contents."""

from django.urls import path

from bihuan.watch.views import channels, colours, inbox, ladder, letters, summonses

urlpatterns = [
    path("reminders/", inbox.reminders, name="reminders"),
    path("reminders/read/", inbox.reminders_read, name="reminders_read"),
    path("reminders/mail/", inbox.reminders_mail, name="reminders_mail"),
    path("reminders/<str:notice>/read/", inbox.reminder_read, name="reminder_read"),
    path("watch/colours/", colours.colours, name="warning_colours"),
    path("watch/channels/", channels.channels, name="channels"),
    path("watch/channels/<str:hook>/remove/", channels.channel_remove, name="channel_remove"),
    path("watch/channels/<str:hook>/try/", channels.channel_try, name="channel_try"),
    path("watch/ladder/", ladder.ladder, name="letter_ladder"),
    path("letters/", letters.letters, name="letters"),
    path("letters/proposed/", letters.proposed, name="letters_proposed"),
    path("letters/new/", letters.new, name="letter_new"),
    path("letters/<str:ref>/", letters.letter, name="letter"),
    path("letters/<str:ref>/edit/", letters.edit, name="letter_edit"),
    path("letters/<str:ref>/word/", letters.word, name="letter_word"),
    path("letters/<str:ref>/<str:which>/", letters.move, name="letter_move"),
    path("summons/", summonses.summonses, name="summonses"),
    path("summons/new/", summonses.new, name="summons_new"),
    path("summons/<str:ref>/", summonses.summons, name="summons"),
]
