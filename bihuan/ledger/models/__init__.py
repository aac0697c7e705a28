"""The tables of the ledger, one module per noun."""

from bihuan.ledger.models.arrival import Arrival
from bihuan.ledger.models.closeout import Approval, CloseOut
from bihuan.ledger.models.column import ColumnMeaning
from bihuan.ledger.models.evidence import Evidence
from bihuan.ledger.models.extension import Extension
from bihuan.ledger.models.filling import Filling
from bihuan.ledger.models.finding import Assignment, Dispute, Finding, Origin, SavedFilter, Support
from bihuan.ledger.models.intake import DraftRow, DraftStep, Intake, OriginalLine
from bihuan.ledger.models.measure import Measure, MeasureKind, Progress
from bihuan.ledger.models.meeting import Meeting
from bihuan.ledger.models.passing import Pass
from bihuan.ledger.models.pause import Pause
from bihuan.ledger.models.standing import Standing, StandingProof
from bihuan.ledger.models.taxonomy import OwnTaxonomy

__all__ = [
    "Approval",
    "Arrival",
    "Assignment",
    "CloseOut",
    "ColumnMeaning",
    "Dispute",
    "DraftRow",
    "DraftStep",
    "Evidence",
    "Extension",
    "Filling",
    "Finding",
    "Intake",
    "Measure",
    "MeasureKind",
    "Meeting",
    "Origin",
    "OriginalLine",
    "OwnTaxonomy",
    "Pass",
    "Pause",
    "Progress",
    "SavedFilter",
    "Standing",
    "StandingProof",
    "Support",
]
