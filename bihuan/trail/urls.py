"""The area's table of contents."""

urlpatterns: list = []
