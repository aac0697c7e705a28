"""Can the documents be trusted? What there is stands in the reference, and what they point to is there."""

import re
from functools import cache
from pathlib import Path

import pytest

from bihuan.site import configuration
from bihuan.site.cli import COMMANDS
from bihuan.site.reference import PAGES
from tests.house.source import ROOT, files, text
from tests.house.test_events import phrases

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@cache
def pages() -> tuple[Path, ...]:
    """Every document a person reads, from the root."""
    top = sorted(path.relative_to(ROOT) for path in ROOT.glob("*.md"))
    return (*top, *files("docs", ".md"), *files("benchmarks", ".md"))


def links(page: Path) -> list[str]:
    return [to for to in LINK.findall(FENCED.sub("", text(page))) if "://" not in to]


def anchors(page: Path) -> set[str]:
    """The names by which the headings of a page can be linked to, as forges make them."""
    headings = HEADING.findall(FENCED.sub("", text(page)))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def leads_nowhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (ROOT / page.parent / path).resolve() if path else ROOT / page
    if not target.is_file():
        return True
    return bool(anchor) and anchor not in anchors(target.relative_to(ROOT))


def test_every_link_between_documents_leads_somewhere():
    assert [f"{page}: {link}" for page in pages() for link in links(page) if leads_nowhere(page, link)] == []


def test_every_document_can_be_reached_from_the_readme():
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        here = page.relative_to(ROOT)
        waiting += [(page.parent / link.partition("#")[0]).resolve() for link in links(here) if link[0] != "#"]

    assert [str(page) for page in pages() if page.parts[0] != "benchmarks" and ROOT / page not in reached] == []


@pytest.mark.parametrize("folder", ["docs/tutorial", "docs/how-to"])
def test_what_a_user_follows_is_there_in_both_languages(folder):
    names = {path.name for path in files(folder, ".md")}
    chinese = {name for name in names if name.endswith(".zh.md")}

    assert {name.replace(".zh.md", ".md") for name in chinese} == names - chinese


def test_every_setting_is_documented():
    read = {name for path in files("bihuan", ".py") for name in re.findall(r'"(BIHUAN_[A-Z_]+)"', text(path))}
    written = set(re.findall(r"`([A-Z_]+)` \|", text(Path("docs/reference/settings.md"))))

    assert written == {option.name for option in configuration.OPTIONS}
    assert read - written == set()


def test_every_command_and_every_event_is_documented():
    commands, events = (text(Path("docs/reference") / name) for name in ("commands.md", "events.md"))

    assert [name for name in COMMANDS if f"## bihuan {name}\n" not in commands] == []
    assert [event for event in phrases() if f"`{event}`" not in events] == []


def test_every_life_table_is_documented():
    lives = text(Path("docs/reference/lives.md"))
    nouns = [path.stem for path in files("bihuan/rules", ".py") if "\nROWS: tuple" in text(path)]

    assert [noun for noun in nouns if f"## {noun}\n" not in lives] == []
    assert "lambda" not in lives


def test_every_command_that_is_shown_exists():
    """`make run` and `bihuan verify`, in the documents and in what the product itself prints."""
    verbs = set(re.findall(r"^([a-z]+):.*## ", text(Path("Makefile")), re.MULTILINE))
    shown = "\n".join(text(page) for page in pages())

    assert set(re.findall(r"(?:`|^|&& )make ([a-z]+)", shown, re.MULTILINE)) - verbs == set()
    assert set(re.findall(r"(?:`|^|bin/)bihuan ([a-z]+)", shown, re.MULTILINE)) - set(COMMANDS) == set()


def test_every_file_that_is_named_exists():
    """`rules/life.py` may be in the repository, the product, the tests or the benchmarks."""
    name = re.compile(r"`([\w./-]+/[\w.-]+\.(?:py|toml|html|md))`")
    named = {(page, path) for page in pages() for path in name.findall(text(page))}
    folders = [ROOT / folder for folder in ("", "bihuan", "tests", "benchmarks")]

    assert (
        sorted(f"{page}: {path}" for page, path in named if not any((each / path).exists() for each in folders)) == []
    )


def test_every_section_of_the_trade_that_the_code_names_exists():
    headings = HEADING.findall(text(Path("docs/explanation/trade.md")))
    sections = {heading.split(" ")[0].rstrip(".") for heading in headings}
    written = (*files("bihuan", ".py"), *files("tests", ".py"), *files("benchmarks", ".py"))
    named = {number for path in written for number in re.findall(r"trade\.md §([\d.]*\d)", text(path))}

    assert named
    assert named - sections == set()


def test_a_decision_is_short_and_has_its_three_parts():
    decisions = [path for path in files("docs/decisions", ".md") if path.name != "index.md"]
    parts = ["**Context.**", "**Decision.**", "**Consequence.**"]

    assert [str(path) for path in decisions if [part for part in parts if part not in text(path)]] == []
    assert [str(path) for path in decisions if len(text(path).splitlines()) > 20] == []


def test_the_reference_holds_no_page_that_is_not_made():
    assert {path.name for path in files("docs/reference", ".md")} == set(PAGES)
