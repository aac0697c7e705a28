"""The product as it is served, and beside it `/bare/N`: N bytes from the same server, with nothing behind them."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bihuan.site.settings")
from django.core.wsgi import get_wsgi_application

product = get_wsgi_application()
bodies: dict[str, bytes] = {}


def application(environ, start_response):
    path = environ["PATH_INFO"]
    if not path.startswith("/bare/"):
        return product(environ, start_response)
    body = bodies.setdefault(path, b"x" * int(path.removeprefix("/bare/")))
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])
    return [body]
