"""How does a plan come about? Drafted by the unit, measure by measure, submitted, returned or approved."""

from datetime import date, datetime, timedelta

from bihuan.ledger.actions.plan import MeasureText, add_measure, save_plan
from bihuan.rules.finding import Move
from bihuan.site.demo.county import done
from bihuan.site.demo.story import Act, Steps, Story, Word, step


def draft(story: Story, at: datetime) -> None:
    written = story.written
    done(save_plan(story.row, cause=written.cause, goal=written.goal, by=story.worker, at=at))


def redraft(story: Story, at: datetime) -> None:
    """The cause goes deeper after the leader has returned the plan."""
    cause = f"{story.written.cause}；班子对此重视不够，日常监督检查没有跟上"
    done(save_plan(story.row, cause=cause, goal=story.written.goal, by=story.worker, at=at))


def measures(story: Story) -> Steps:
    return [(0.2, _measure(place)) for place in range(len(story.written.measures))]


def _measure(place: int) -> Act:
    def add(story: Story, at: datetime) -> None:
        line = story.written.measures[place]
        kinds = tuple(line.numbers)
        text = MeasureText(line.text, line.who, _due(story, place, at.date()), line.proof, kinds)
        story.measures.append(done(add_measure(story.row, text, by=story.worker, at=at)))

    return add


def _due(story: Story, place: int, today: date) -> date:
    """The measures share the time that is left until the finding's own deadline."""
    left = max((story.deadline - today).days, 7)
    return today + timedelta(days=left * (place + 1) // len(story.written.measures))


def submit(story: Story, at: datetime) -> None:
    story.move(Move.SUBMIT_PLAN, story.head, at)


def approve_plan(story: Story, at: datetime) -> None:
    story.move(Move.APPROVE_PLAN, story.county.by(story.leader), at, story.note("approve_plan"))


def return_plan(story: Story, at: datetime) -> None:
    story.move(Move.RETURN_PLAN, story.county.by(story.leader), at, story.note("return_plan"))


WORDS: dict[str, Word] = {
    "draft": step(4, draft),
    "redraft": step(4, redraft),
    "measures": measures,
    "submit": step(1, submit),
    "approve_plan": step(3, approve_plan),
    "return_plan": step(3, return_plan),
}
