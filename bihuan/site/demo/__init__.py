"""What does Bihuan look like when it is full? An invented county, its three rounds, made through the same actions.

Dates count back from the moment of building; the same moment builds the same county.
"""

from bihuan.site.demo.build import ROLES, DemoAccount, accounts, build
from bihuan.site.demo.county import CODE, NAME, PASSWORD

__all__ = ["CODE", "NAME", "PASSWORD", "ROLES", "DemoAccount", "accounts", "build"]
