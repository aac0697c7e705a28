"""Does each page part show what it is given, as words and shapes?"""

import re
from datetime import UTC, date, datetime

import pytest

from bihuan.say import say
from tests.site.drawing import PARTS, draw, icon, part, words

TODAY = date(2026, 3, 20)


def test_an_icon_is_silent_unless_it_is_given_a_word():
    assert part('ui.icon("flag")') == icon("flag")
    assert part('ui.icon("flag", "逾期")') == (
        '<svg class="icon" role="img" aria-label="逾期"><use href="/static/icons.svg#flag"></use></svg>'
    )


@pytest.mark.parametrize(
    ("tone", "shape"),
    [
        ("waiting", "circle"),
        ("working", "circle-half"),
        ("review", "diamond-half"),
        ("done", "check-circle-fill"),
        ("trouble", "exclamation-triangle-fill"),
        ("idle", "dash-circle"),
    ],
)
def test_a_status_is_a_word_and_a_shape(tone, shape):
    assert part("ui.status('整改中', tone)", tone=tone) == (
        f'<span class="status status-{tone}">{icon(shape)}整改中</span>'
    )


@pytest.mark.parametrize(
    ("day", "done", "text", "tone"),
    [
        (date(2026, 3, 15), False, "2026-03-15 逾期 5 天", "late"),
        (date(2026, 3, 15), True, "2026-03-15", "done"),
        (date(2026, 3, 20), False, "2026-03-20 今天到期", "soon"),
        (date(2026, 3, 27), False, "2026-03-27 还有 7 天", "soon"),
        (date(2026, 3, 28), False, "2026-03-28 还有 8 天", "far"),
    ],
)
def test_a_due_date_says_how_many_days_are_left(day, done, text, tone):
    drawn = part("ui.due(day, today, done)", day=day, today=TODAY, done=done)

    assert (words(drawn), f"due-{tone}" in drawn) == (text, True)


def test_what_has_no_date_says_so():
    assert words(part("ui.due(none, none)")) == "未定时限"
    assert words(part("ui.day(none)")) == "—"


def test_a_moment_is_shown_in_the_time_zone_of_the_installation():
    assert part("ui.moment(at)", at=datetime(2026, 3, 18, 20, 5, tzinfo=UTC)) == (
        '<time datetime="2026-03-19T04:05:00+08:00">2026-03-19 04:05</time>'
    )


def test_what_a_person_wrote_is_never_markup():
    assert part("ui.tag(text)", text="<b>5 & 6</b>") == '<span class="tag">&lt;b&gt;5 &amp; 6&lt;/b&gt;</span>'
    assert "<b>5</b>" not in part('ui.facts([("来源", text)])', text="<b>5</b>")


def test_each_form_carries_its_own_token():
    first, second = (re.search(r'name="once" value="([\w-]{22})"', part("ui.tokens()"))[1] for _ in range(2))

    assert first != second


def test_progress_is_a_bar_and_its_numbers():
    assert part("ui.progress(2, 5, '措施')") == (
        '<span class="progress-line"><progress value="2" max="5" aria-label="措施"></progress>'
        '<span class="num">2 / 5</span></span>'
    )


def test_the_checklist_links_only_what_is_missing():
    items = [
        {"done": True, "text": "措施都已完成", "detail": "", "url": "#a"},
        {"done": False, "text": "每项都有佐证", "detail": "还缺 1 项", "url": "#b"},
    ]
    drawn = part("ui.checklist(items)", items=items)

    assert words(drawn) == "措施都已完成 每项都有佐证 还缺 1 项"
    assert re.findall(r'aria-label="(\w+)"|href="(#\w)"', drawn) == [("已具备", ""), ("还缺", ""), ("", "#b")]


def test_the_timeline_says_who_did_what_when_and_why():
    line = {
        "at": datetime(2026, 3, 18, 6, 5, tzinfo=UTC),
        "who": "周明岚",
        "post": "整改办",
        "phrase": "退回了方案",
        "note": "请写明责任人。",
        "tone": "trouble",
    }

    assert words(part("ui.timeline([line])", line=line)) == (
        "退回了方案 周明岚 · 整改办 2026-03-18 14:05 请写明责任人。"
    )


def test_today_is_marked_between_the_milestones():
    items = [
        {"date": date(2026, 2, 1), "label": "反馈", "why": "反馈会"},
        {"date": date(2026, 8, 1), "label": "集中整改期满", "why": "反馈后 6 个月"},
    ]
    drawn = part("ui.milestones(items, today)", items=items, today=TODAY)

    assert words(drawn) == "反馈 2026-02-01 反馈会 今天 2026-03-20 集中整改期满 2026-08-01 反馈后 6 个月"
    assert re.findall(r'class="(is-\w+)"', drawn) == ["is-past", "is-today", "is-next"]


def test_a_section_holds_what_the_page_puts_in_it():
    source = PARTS + '{% call ui.section("问题") %}<p>原文</p>{% endcall %}'

    assert draw(source) == '<section class="section"><h2>问题</h2><p>原文</p></section>'


def test_a_refusal_is_told_at_once_to_a_screen_reader():
    assert part('ui.refusal("还缺佐证。")') == (
        f'<p class="refusal" role="alert">{icon("slash-circle")}<span>还缺佐证。</span></p>'
    )


def test_a_date_says_why_it_is_that_date_to_whoever_asks():
    drawn = part("ui.why(lines)", lines=(say("{date} 是休息日。", date="2026-10-01"), say("顺延。")))

    assert drawn.strip() == (
        '<details class="why"><summary>怎么算出来的</summary>'
        "<ol><li>2026-10-01 是休息日。</li><li>顺延。</li></ol></details>"
    )
    assert words(part("ui.why(())")) == ""
