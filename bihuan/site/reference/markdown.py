"""How is a table written in Markdown? `table(("name", "meaning"), rows)`; a bar inside a cell is escaped."""

from collections.abc import Iterable, Sequence

MADE = "<!-- Made by `make docs` from the code; a change here is lost. -->"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [line(headings), line(["---"] * len(headings)), *(line(row) for row in rows)]
    return "\n".join(lines)


def line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def whole(title: str, *parts: str) -> str:
    """A page: its title, the remark that it is made, and its parts with a blank line between them."""
    return "\n\n".join((f"# {title}", MADE, *parts)) + "\n"
