"""Addresses of materials."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
