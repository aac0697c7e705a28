"""What became of closed findings? Some are proved again and again, one is due soon, one was missed and reopened."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from random import Random

from django.core.files.base import ContentFile
from django.utils import timezone

from bihuan.ledger.actions.standing import give_proof, reopen_missed, set_rhythm
from bihuan.ledger.models import Finding, StandingProof
from bihuan.people.viewer import System, Viewer, viewer_of
from bihuan.rules.finding import Status
from bihuan.rules.standing import Proof
from bihuan.site.demo import moments
from bihuan.site.demo.county import County, done
from bihuan.site.demo.diary import Diary

SINCE = 560
"""How many days ago the first standing finding of the finished inspection may have been closed."""
ROUNDS = 12
"""Every how many days the units look what is due; shorter than the grace."""
AHEAD = timedelta(days=3)
BEGUN = {"proved": 205, "soon": 87, "missed": 120}
"""How many days ago the office asked for proof of further closed findings, every quarter, and what becomes of each."""
SWEPT = (9, 5, 1)
"""How many days ago the sweep looked for what was missed."""
REASON = "群众反映较集中，销号后继续盯住，每季度报一次佐证。"
SAID = ("本季度抽查 {count} 笔，均按制度办理，未见反弹。", "制度执行正常，新任人员已完成培训，抽查 {count} 项无问题。")


@dataclass
class Keeping:
    """The findings that were asked for later, by what becomes of them."""

    county: County
    chance: Random
    chosen: dict[str, Finding]

    def ask(self, fate: str, at: datetime) -> None:
        """The first closed finding of the finished inspection that nobody asks for yet."""
        closed = Finding.objects.filter(
            organisation=self.county.organisation, status=Status.CLOSED.value, rhythm__isnull=True, round__number=1
        )
        finding = closed.order_by("number")[len(self.chosen) * 4]
        self.chosen[fate] = done(set_rhythm(finding, 3, by=self.county.by("office"), at=at, note=REASON)).finding

    def look(self, at: datetime) -> None:
        """Each unit proves what is due; one forgets."""
        rows = StandingProof.objects.filter(
            status=Proof.ASKED.value,
            due__lte=timezone.localdate(at) + AHEAD,
            standing__finding__organisation=self.county.organisation,
        )
        for proof in rows.select_related("standing__finding__lead_unit").order_by("pk"):
            if proof.standing.finding != self.chosen.get("missed"):
                self._prove(proof.standing.finding, proof.due, at)

    def _prove(self, finding: Finding, due: date, at: datetime) -> None:
        note = self.chance.choice(SAID).format(count=self.chance.randrange(6, 40))
        text = f"{finding.ref} 长期坚持情况\r\n\r\n{note}\r\n\r\n{due:%Y-%m}".encode()
        file = ContentFile(text, f"{finding.ref}长期坚持情况（{due:%Y%m}）.txt")
        done(give_proof(finding, note=note, files=[file], by=_unit(finding), at=at))

    def sweep(self, at: datetime) -> None:
        reopen_missed(self.county.organisation, by=System(), at=at)


def _unit(finding: Finding) -> Viewer:
    """Whoever handles it, else whoever heads its unit."""
    if finding.handler:
        return viewer_of(finding.handler)
    unit = finding.lead_unit
    head = unit.posts.filter(role="head", ended_on__isnull=True).first() if unit else None
    if head is None:
        raise RuntimeError(f"nobody answers for {finding.ref}")
    return viewer_of(head.account)


def plan_standing(county: County, diary: Diary, *, today: date, chance: Random) -> None:
    keeping = Keeping(county, chance, {})
    for fate, ago in BEGUN.items():
        diary.plan(moments.moment(today - timedelta(days=ago), chance), partial(keeping.ask, fate))
    for ago in range(SINCE, 0, -ROUNDS):
        diary.plan(moments.moment(today - timedelta(days=ago), chance), keeping.look)
    for ago in SWEPT:
        diary.plan(moments.moment(today - timedelta(days=ago), chance), keeping.sweep)
