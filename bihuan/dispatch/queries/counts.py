"""What does the record count for a round? Noun → number, as they are said in sentences: `36 个问题`, `81 项措施`."""

from django.db.models import Count, Q

from bihuan.ledger.models import Measure
from bihuan.ledger.queries.findings import findings_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.finding import Partly, Status
from bihuan.rules.measure import Status as MeasureStatus


def counts_for(viewer: Viewer, round: Round) -> dict[str, int]:
    """Two queries. Counted apart: aspects, findings, measures; 立行立改 is told beside, 基本完成 is not 完成."""
    findings = findings_for(viewer).filter(round=round)
    closed = Q(status=Status.CLOSED.value)
    told = findings.order_by().aggregate(
        aspects=Count("aspect", distinct=True, filter=~Q(aspect="")),
        findings=Count("pk"),
        closed=Count("pk", filter=closed),
        immediate=Count("pk", filter=Q(immediate=True)),
        standing=Count("pk", filter=Q(standing=True)),
        key=Count("pk", filter=Q(key=True)),
        partly=Count("pk", filter=Q(partly=Partly.CONFIRMED.value) & ~closed),
    )
    measures = Measure.objects.filter(finding__in=findings.values("pk")).aggregate(
        all=Count("pk"), done=Count("pk", filter=Q(status=MeasureStatus.DONE.value))
    )
    return {
        "方面": told["aspects"],
        "问题": told["findings"],
        "已销号": told["closed"],
        "立行立改": told["immediate"],
        "长期坚持": told["standing"],
        "重点关注": told["key"],
        "基本完成": told["partly"],
        "措施": measures["all"],
        "已完成措施": measures["done"],
    }
