"""The tables of the desk, one module per noun."""

from bihuan.desk.models.announcement import Announcement, Delivery, Distribution, Posting
from bihuan.desk.models.errand import Brief, Duty, Errand
from bihuan.desk.models.handover import Handover, HandoverItem
from bihuan.desk.models.interview import Arranger, Interview, Room
from bihuan.desk.models.material import Material, MaterialWord, Prepared
from bihuan.desk.models.request import Answer, AnswerMaterial, DueChange, Handoff, Objection, Request, RequestSupport
from bihuan.desk.models.selfcheck import CheckAnswer, CheckPoint, CheckSheet, SelfCheck
from bihuan.desk.models.subscription import Subscription
from bihuan.desk.models.visit import Meeting, Visit

__all__ = [
    "Announcement",
    "Answer",
    "AnswerMaterial",
    "Arranger",
    "Brief",
    "CheckAnswer",
    "CheckPoint",
    "CheckSheet",
    "Delivery",
    "Distribution",
    "DueChange",
    "Duty",
    "Errand",
    "Handoff",
    "Handover",
    "HandoverItem",
    "Interview",
    "Material",
    "MaterialWord",
    "Meeting",
    "Objection",
    "Posting",
    "Prepared",
    "Request",
    "RequestSupport",
    "Room",
    "SelfCheck",
    "Subscription",
    "Visit",
]
