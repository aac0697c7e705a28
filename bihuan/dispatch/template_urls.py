"""The area's table of contents: templates of the office's own."""

from django.urls import path

from bihuan.dispatch.views import own_templates as views

urlpatterns = [
    path("templates/", views.own_templates, name="own_templates"),
    path("templates/<str:kind>/", views.own_template, name="own_template"),
    path("templates/<str:kind>/start/", views.start, name="own_template_start"),
    path("templates/<str:kind>/shipped/", views.shipped, name="own_template_shipped"),
    path("templates/<str:kind>/<str:ref>/", views.file, name="own_template_file"),
    path("templates/<str:kind>/<str:ref>/use/", views.use, name="own_template_use"),
    path("templates/<str:kind>/<str:ref>/trial/", views.trial, name="own_template_trial"),
]
