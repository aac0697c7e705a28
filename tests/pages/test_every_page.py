"""Every page of the demo county, on a desk and on a phone, in both languages: it opens, fits, and breaks no policy.

The pictures of the README are taken here too: with BIHUAN_SCREENSHOTS=docs/pictures they are kept.
"""

import pytest

from tests.pages.conftest import NARROW, WIDE

OFFICE = (
    "/", "/ledger/", "/ledger/?status=rectifying&sort=deadline", "/ledger/F-041/", "/ledger/assign/?ref=F-110",
    "/review/", "/rounds/", "/rounds/R2/", "/rounds/R2/rules/", "/rounds/R2/import/", "/rounds/R2/import/I-01/",
    "/rounds/new/", "/rounds/R2/filling/",
    "/people/", "/people/accounts/", "/people/accounts/head/", "/people/units/U-002/", "/people/import/",
    "/people/taxonomy/", "/trail/", "/search/?q=资金", "/me/", "/me/password/",
    "/ledger/F-006/", "/ledger/F-037/", "/ledger/meetings/", "/ledger/meetings/new/", "/ledger/meetings/Z-05/hold/",
    "/dispatch/", "/dispatch/?round=R2", "/dispatch/W-001/", "/dispatch/W-001/compare/", "/dispatch/words/",
    "/dispatch/new/handover/?round=R3", "/templates/", "/templates/plan/?round=R2",
    "/holding/", "/holding/?round=R2&start=2026-01-01", "/holding/U-002/", "/holding/office/", "/holding/friday/",
    "/archives/?round=R2",
    "/notices/R2/society/", "/notices/R2/party/", "/notices/R2/society/F-041/",
)  # fmt: skip
DESK = (
    "/desk/", "/desk/new/", "/desk/R-001/", "/desk/assign/?ref=R-001", "/desk/materials/", "/desk/materials/M-0001/",
    "/desk/materials/new/", "/desk/handovers/", "/desk/handovers/new/", "/desk/handovers/H-001/",
    "/desk/handovers/register/",
    "/desk/materials/prepared/", "/desk/calendar/", "/desk/calendar/?view=week", "/desk/visits/", "/desk/visits/V-001/",
    "/desk/visits/new/", "/desk/meetings/", "/desk/interviews/", "/desk/interviews/R3/40/", "/desk/arrangers/",
    "/desk/announcements/", "/desk/distributions/", "/desk/distributions/D-001/", "/desk/errands/", "/desk/duties/",
    "/desk/selfchecks/", "/desk/selfchecks/S-001/", "/desk/selfchecks/S-001/found/", "/desk/brief/", "/desk/burden/",
)  # fmt: skip
HEAD = (
    "/", "/ledger/", "/ledger/F-041/", "/ledger/F-041/measures/4/evidence/", "/review/", "/rounds/R2/", "/me/",
    "/rounds/R2/filling/", "/desk/", "/desk/materials/", "/desk/calendar/", "/desk/distributions/",
    "/desk/selfchecks/", "/desk/burden/", "/holding/", "/holding/friday/", "/dispatch/",
)  # fmt: skip
ENGLISH = (
    "/", "/ledger/", "/ledger/F-041/", "/ledger/F-037/", "/ledger/meetings/", "/review/", "/rounds/R2/", "/trail/",
    "/search/?q=资金",
    "/desk/", "/desk/R-001/", "/desk/burden/", "/desk/brief/", "/desk/calendar/", "/holding/",
    "/holding/friday/",
)  # fmt: skip
STRANGER = ("/", "/ledger/", "/review/", "/search/?q=资金")
WALKS = [("office", OFFICE), ("desk", DESK), ("head", HEAD), ("stranger", STRANGER)]


def width_of(page) -> int:
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["desk", "phone"])
@pytest.mark.parametrize(("who", "paths"), WALKS, ids=[who for who, _ in WALKS])
def test_every_page_opens_and_fits(page, who: str, paths: tuple[str, ...], viewport: dict) -> None:
    browser = page(signed_in_as="office" if who == "desk" else who, viewport=viewport)
    for path in paths:
        answer = browser.goto(path)
        assert (path, answer.status) == (path, 200)
        assert (path, width_of(browser)) == (path, viewport["width"])


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["desk", "phone"])
def test_every_page_fits_in_english_too(page, viewport: dict) -> None:
    browser = page(signed_in_as="supervisor", viewport=viewport)
    browser.goto("/")
    browser.locator("button[name=language][value=en]").click()
    for path in ENGLISH:
        browser.goto(path)
        assert (path, browser.locator("html").get_attribute("lang")) == (path, "en")
        assert (path, width_of(browser)) == (path, viewport["width"])
    browser.locator("button[name=language][value=zh-hans]").click()


def test_the_pictures_of_the_readme(page, shot) -> None:
    office, head = page(signed_in_as="office"), page(signed_in_as="head")
    for browser, path, name in (
        (office, "/ledger/?round=R2&sort=deadline&status=rectifying", "ledger"),
        (office, "/rounds/R2/import/I-02/", "import"),
        (head, "/ledger/F-041/", "finding"),
    ):
        assert browser.goto(path).status == 200
        assert shot(browser, name).stat().st_size > 20_000
