"""What would the simplest reader make of a document? A row for each numbered paragraph, and for each row of a table its
longest cell, without the first row of headers."""

import re
from collections import defaultdict

from bihuan.reading.blocks import Document
from bihuan.reading.drafts import Draft

NUMBERED = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d０-９]{1,3}(?:[)）]|[、.．](?!\d))|[①-⑳]|[一二三四五六七八九十]+[是要])\s*(.+)$"
)
CELLS_OF_A_HEADER = 3


def numbered_paragraphs(document: Document) -> list[Draft]:
    found = [NUMBERED.match(block.text) for block in document.blocks if block.kind == "paragraph"]
    return [Draft(match[1], ()) for match in found if match] + rows(document)


def rows(document: Document) -> list[Draft]:
    tables: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for block in document.blocks:
        if block.kind == "cell":
            tables[block.table][block.row].append(block.text)
    full = [[row for row in table.values() if len(row) >= CELLS_OF_A_HEADER] for table in tables.values()]
    return [Draft(max(row, key=len), ()) for table in full for row in table[1:]]
