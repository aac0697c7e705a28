"""What a person does to drafted rows: every verb does what it says, and its undo brings back what was there."""

import pytest

from bihuan.ledger.actions import drafts
from bihuan.ledger.actions.intake import confirm_intake, discard_intake
from bihuan.ledger.queries.original import FURNITURE, original, texts_of
from bihuan.people.viewer import viewer_of
from bihuan.rules.life import Refusal
from tests.cast import NOW
from tests.ledger.conftest import done
from tests.ledger.intake.conftest import row, texts

pytestmark = pytest.mark.django_db
FIELDS = ("number", "position", "place", "aspect", "issue", "text", "values", "spans", "low", "like", "unknown_units")


@pytest.fixture
def act(office):
    """Makes a verb of `drafts` as the office, now."""
    return lambda verb, *args, **kwargs: getattr(drafts, verb)(*args, **kwargs, by=office, at=NOW)


def quote(each) -> list[str]:
    blocks = texts_of(each.intake)
    return [blocks[block][start:end] for block, start, end in each.spans]


def test_a_row_is_split_with_its_place_in_the_original(intake, act):
    done(act("split_row", row(intake, "松河镇预案"), 11))

    upper, lower = row(intake, "松河镇预案"), row(intake, "物资储备")
    assert (upper.text, lower.text) == ("松河镇预案多年未修订", "物资储备不足")
    assert (quote(upper), quote(lower)) == (["（1）松河镇预案多年未修订；"], ["物资储备不足。"])
    assert (lower.aspect, lower.issue) == (upper.aspect, upper.issue)


@pytest.mark.parametrize("where", [0, 400])
def test_a_split_needs_words_on_both_sides(intake, act, where):
    outcome = act("split_row", row(intake, "松河镇预案"), where)

    assert str(outcome.reason) == "拆分处的前后都要有文字，请换一个位置。"


def test_a_row_is_merged_into_the_one_above(intake, act):
    edited = row(intake, "青石村")
    done(act("edit_row", edited, {"measures": ["补齐记录"], "lead_unit": "松河镇"}))
    done(act("merge_row", row(intake, "青石村")))

    merged = row(intake, "中心组学习")
    assert texts(intake)[0] == "中心组学习以读代学，研讨发言照抄照搬，学用脱节；青石村“三会一课”记录缺失"
    assert (merged.values["measures"], merged.values["lead_unit"]) == (["补齐记录"], "松河镇")
    assert quote(merged) == ["（1）中心组学习以读代学，研讨发言照抄照搬，学用脱节。", "（2）青石村“三会一课”记录缺失。"]


def test_the_first_row_has_nothing_to_merge_into(intake, act):
    assert str(act("merge_row", row(intake, "中心组学习")).reason) == "上面没有可以并入的行。"


def test_a_row_moves_past_its_neighbour(intake, act):
    done(act("move_row", row(intake, "中心组学习"), up=False))

    assert [text[:3] for text in texts(intake)][:2] == ["青石村", "中心组"]
    assert str(act("move_row", row(intake, "青石村"), up=True).reason) == "已经是第一行。"


def test_a_dropped_row_stays_in_sight_and_can_be_taken_back(intake, act):
    done(act("drop_row", row(intake, "青石村")))
    assert texts(intake, "dropped") == ["青石村“三会一课”记录缺失"]

    done(act("take_row", row(intake, "青石村")))
    assert texts(intake)[1] == "青石村“三会一课”记录缺失"


def test_a_part_of_an_unassigned_text_becomes_a_row(intake, act):
    """Split what belongs to no row, then take the part that is a finding."""
    suggestion = row(intake, "（一）提高政治站位")
    done(act("split_row", suggestion, 10))
    done(act("take_row", row(intake, "扛牢整改")))

    assert (texts(intake)[-1], texts(intake, "suggestion")) == ("扛牢整改责任。", ["（一）提高政治站位"])


def test_an_edited_row_counts_as_checked(intake, act):
    intake.rows.update(low=True)
    done(act("edit_row", row(intake, "青石村"), {"text": "青石村记录缺失", "deadline": "2026-06-30", "key": True}))

    edited = row(intake, "青石村")
    assert (edited.text, edited.low, edited.values["deadline"], edited.values["key"]) == (
        "青石村记录缺失", False, "2026-06-30", True,
    )  # fmt: skip


def test_a_doubtful_row_is_accepted(intake, act):
    intake.rows.update(low=True, like="5")
    done(act("accept_row", row(intake, "青石村")))

    assert (row(intake, "青石村").low, row(intake, "青石村").like) == (False, "")


def test_a_unit_is_said_once_for_every_row(intake, act):
    for start in ("青石村", "松河镇预案"):
        done(act("edit_row", row(intake, start), {"lead_unit": "农业局", "support_units": ["松河镇", "农业局"]}))
    assert row(intake, "青石村").unknown_units == 1

    done(act("name_unit", intake, "农业局", "县农业农村局"))

    for start in ("青石村", "松河镇预案"):
        named = row(intake, start)
        assert (named.values["lead_unit"], named.unknown_units) == ("县农业农村局", 0)
        assert named.values["support_units"] == ["松河镇", "县农业农村局"]


def test_an_unknown_unit_can_be_cleared(intake, act):
    done(act("edit_row", row(intake, "青石村"), {"lead_unit": "农业局"}))
    done(act("name_unit", intake, "农业局", ""))

    assert "lead_unit" not in row(intake, "青石村").values
    assert str(act("name_unit", intake, "农业局", "").reason) == "没有哪一行还写着“农业局”。"


VERBS = {
    "edit": lambda act, intake: act("edit_row", row(intake, "青石村"), {"text": "改过", "lead_unit": "农业局"}),
    "split": lambda act, intake: act("split_row", row(intake, "松河镇预案"), 11),
    "merge": lambda act, intake: act("merge_row", row(intake, "青石村")),
    "move": lambda act, intake: act("move_row", row(intake, "青石村"), up=True),
    "drop": lambda act, intake: act("drop_row", row(intake, "青石村")),
    "take": lambda act, intake: act("take_row", row(intake, "（一）提高")),
}


@pytest.mark.parametrize("verb", VERBS)
def test_the_undo_of_a_step_brings_back_what_was_there(intake, act, verb):
    before = list(intake.rows.exclude(place="gone").order_by("position").values(*FIELDS))

    step = done(VERBS[verb](act, intake))
    assert [t for place in ("row", "suggestion") for t in texts(intake, place)] != [each["text"] for each in before]
    done(act("undo_step", step))

    after = list(intake.rows.exclude(place="gone").order_by("position").values(*FIELDS))
    # A split makes room for its second half, and the room stays.
    keep = [name for name in FIELDS if name != "position" or verb != "split"]
    assert [[each[name] for name in keep] for each in after] == [[each[name] for name in keep] for each in before]


def test_a_step_is_not_undone_under_a_later_one(intake, act):
    first = done(act("drop_row", row(intake, "青石村")))
    second = done(act("take_row", row(intake, "青石村")))

    assert str(act("undo_step", first).reason) == "这几行后来又有改动，请先撤销后面的改动。"
    done(act("undo_step", second))
    done(act("undo_step", first))
    assert texts(intake)[1] == "青石村“三会一课”记录缺失"
    assert isinstance(act("undo_step", first), Refusal)


def test_nothing_is_lost_from_the_left_side_whatever_is_done(intake, act):
    done(act("split_row", row(intake, "松河镇预案"), 11))
    done(act("drop_row", row(intake, "物资储备")))
    done(act("merge_row", row(intake, "青石村")))

    shown = original(intake, [], first=True, last=True)
    whole = "".join(piece.text for each in shown for cell in each.cells for piece in cell)
    plain = "".join(piece.text for each in shown for cell in each.cells for piece in cell if piece.place == FURNITURE)
    assert (whole, plain) == ("".join(texts_of(intake).values()), "关于巡视云岭县的反馈意见")


def test_only_the_office_changes_drafts_and_only_while_the_intake_is_open(intake, act, cast, office):
    for account in (cast.head, cast.first, cast.outsider):
        outcome = drafts.drop_row(row(intake, "青石村"), by=viewer_of(account), at=NOW)
        assert outcome.kind == "who"

    done(discard_intake(intake, by=office, at=NOW))
    assert act("drop_row", row(intake, "青石村")).kind == "when"
    assert confirm_intake(intake, by=office, at=NOW).kind == "when"
