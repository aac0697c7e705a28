"""What do the pages about people answer? One module per area; `locked_out` is named in the settings."""

from bihuan.people.views.session import locked_out

__all__ = ["locked_out"]
