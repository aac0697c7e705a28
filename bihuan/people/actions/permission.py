"""Whose hand is on the pen? The one question that every change to units, posts and accounts asks first."""

from bihuan.people.models import Organisation
from bihuan.people.viewer import System, Viewer
from bihuan.rules import administration
from bihuan.rules.life import Refusal

Actor = Viewer | System


def barred(by: Actor, organisation: Organisation) -> Refusal | None:
    """Why this actor may not look after this organisation's people; None where it may."""
    if isinstance(by, System):
        return None
    return administration.administer(by.roles, same_organisation=by.organisation.pk == organisation.pk)
