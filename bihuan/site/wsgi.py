"""What does the web server call? `application`, the whole product behind one WSGI callable."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bihuan.site.settings")
application = get_wsgi_application()
