"""How do materials reach the group? Some times a day a clerk takes along what is released, and brings lists back."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bihuan.desk.actions.handovers import Chosen, hand_over, sign, take_back
from bihuan.desk.actions.request import move
from bihuan.desk.models import Handover, HandoverItem, Material
from bihuan.desk.queries.handovers import still_out
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.material import Form
from bihuan.rules.request import Move, Status
from bihuan.site.demo.county import County, done
from bihuan.site.demo.desk_story import DeskStory

RUNS = (90, 205, 340)
"""At which minutes of a working day somebody goes over."""
SIGNED_AFTER = 130
KEPT = timedelta(days=6)
"""How long the group keeps an original."""
RECEIVERS = ("邱明远", "申以宁")
"""Who of the group signs: invented, like everybody here."""


@dataclass
class Courier:
    """What waits to be taken along, what is out unsigned, and what has been given so far."""

    county: County
    round: Round | None = None
    waiting: list[DeskStory] = field(default_factory=list)
    lists: list[Handover] = field(default_factory=list)
    words: list[DeskStory] = field(default_factory=list)
    """Answered without materials, handed over, and not yet receipted."""
    given: dict[str, list[Material]] = field(default_factory=dict)
    """Unit code → what the group has had of it and may have again."""

    def by(self, at: datetime) -> Viewer:
        return self.county.by("office.chu" if at.day % 2 else "office.jin")

    def run(self, at: datetime) -> None:
        """Two lists at most: what will be signed for soon, and what the group keeps unsigned for a while."""
        ready, self.waiting = self.waiting, []
        for hold in (False, True):
            self._list([story for story in ready if story.hold is hold and story.materials], at, hold=hold)
        for story in ready:
            if not story.materials:
                done(move(story.row, Move.HAND_OVER, by=self.by(at), at=at))
                self.words += [] if story.hold else [story]

    def _list(self, stories: list[DeskStory], at: datetime, *, hold: bool) -> None:
        chosen = [each for story in stories for each in self._chosen(story)]
        if not chosen or self.round is None:
            return
        self.lists += [made for made in [done(hand_over(self.round, chosen, by=self.by(at), at=at))] if not hold]

    def _chosen(self, story: DeskStory) -> list[Chosen]:
        """What stands on no list of this request yet."""
        listed = set(HandoverItem.objects.filter(request=story.row).values_list("material", flat=True))
        new = [material for material in story.materials if material.pk not in listed]
        known = self.given.setdefault(story.unit, [])
        known += [material for material in new if material.form != Form.ORIGINAL and material not in known]
        originals = {material.pk for material in new if material.form == Form.ORIGINAL}
        return [Chosen(each, each.copies, story.row, to_return=each.pk in originals) for each in new]

    def collect(self, at: datetime) -> None:
        """Lists come back signed, words are receipted, and originals that were out long enough are counted."""
        lists, self.lists = self.lists, []
        for place, handover in enumerate(lists):
            name = RECEIVERS[(handover.number + place) % 2]
            done(sign(handover, name, received_at=at, by=self.by(at), at=at))
        words, self.words = self.words, []
        for story in words:
            if story.read_again().status == Status.HANDED_OVER:
                done(move(story.row, Move.RECEIPT, by=self.by(at), at=at, received_by=RECEIVERS[0]))

    def count_back(self, at: datetime) -> None:
        """Once a day; the newest ones, and one in five of the others, stay out."""
        for item in still_out(self.by(at), self.round).filter(handover__handed_at__lt=at - KEPT):
            if item.material.number % 5:
                done(take_back(item, item.copies, by=self.by(at), at=at))
