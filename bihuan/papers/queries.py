"""Which papers may someone see, and where is the content of one?"""

import re
from typing import BinaryIO

from django.db.models import QuerySet
from django.http import Http404

from bihuan.papers import store
from bihuan.papers.models import Paper
from bihuan.people.viewer import Viewer


def papers_for(viewer: Viewer) -> QuerySet[Paper]:
    """The papers of the viewer's own units, newest first, without their text: what can be used again.

    A paper may also be seen as proof of a finding; the ledger, which knows the finding, decides that.
    """
    papers = Paper.objects.filter(organisation=viewer.organisation).select_related("organisation", "unit", "sent_by")
    return (papers if viewer.sees_all else papers.filter(viewer.within("unit__path"))).defer("text")


def paper_for(viewer: Viewer, ref: str) -> Paper:
    """One paper of the viewer's own units, or 404."""
    match = re.fullmatch(r"P-([0-9]{1,9})", ref)
    paper = papers_for(viewer).filter(number=int(match[1])).first() if match else None
    if paper is None:
        raise Http404(ref)
    return paper


def open_file(paper: Paper) -> BinaryIO:
    """The content, to be read and closed. Who may read it was decided by whoever found the paper."""
    return store.open_bytes(paper.organisation.code, paper.hash)
