"""What does the web server call? `application`, all of the product in one callable; beside it large files are read."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bihuan.site.settings")
application = get_wsgi_application()

from bihuan.ledger import reader  # noqa: E402  (the tables are known only now)

reader.start()
