"""The way from a letter into the ledger, page by page."""


urlpatterns = []
