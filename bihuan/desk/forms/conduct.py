"""Is what is typed allowed by the rules of conduct? For the `validators` of any field of the desk."""

from django.core.exceptions import ValidationError

from bihuan.rules.conduct import breach, remark_breach
from bihuan.trail.answers import words


def proper(text: str) -> None:
    """For what the desk writes down: requests, visits, their remarks."""
    if reason := breach(text):
        raise ValidationError(words(reason))


def proper_remark(text: str) -> None:
    """For the remark of an interview, which tells of the way there and nothing else."""
    if reason := remark_breach(text):
        raise ValidationError(words(reason))
