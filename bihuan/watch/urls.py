"""The area's table of contents."""

from django.urls import path

from bihuan.watch.views import channels, colours, inbox

urlpatterns = [
    path("reminders/", inbox.reminders, name="reminders"),
    path("reminders/read/", inbox.reminders_read, name="reminders_read"),
    path("reminders/mail/", inbox.reminders_mail, name="reminders_mail"),
    path("reminders/<str:notice>/read/", inbox.reminder_read, name="reminder_read"),
    path("watch/colours/", colours.colours, name="warning_colours"),
    path("watch/channels/", channels.channels, name="channels"),
    path("watch/channels/<str:hook>/remove/", channels.channel_remove, name="channel_remove"),
    path("watch/channels/<str:hook>/try/", channels.channel_try, name="channel_try"),
]
