"""What went wrong on the way outside? One sentence for the office, and whether another try makes sense."""

from bihuan.say import Say


class Trouble(Exception):
    """A message did not get through; `is_final` where trying again would change nothing."""

    def __init__(self, reason: Say, *, is_final: bool = False) -> None:
        super().__init__(str(reason))
        self.reason, self.is_final = reason, is_final
