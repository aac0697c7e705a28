"""What does the web server call? `application`, all of the product in one callable.

Beside it, in threads of this process, large files are read, papers made and reminders sent.
"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bihuan.site.settings")
application = get_wsgi_application()

from bihuan.dispatch import maker  # noqa: E402  (the tables are known only now)
from bihuan.ledger import reader  # noqa: E402
from bihuan.watch import timer  # noqa: E402

reader.start()
maker.start()
timer.start()
