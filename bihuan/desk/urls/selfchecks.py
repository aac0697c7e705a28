"""Addresses of selfchecks."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
