// On a phone a table's row becomes a card, and each cell needs the name of its column: it is taken from the head.
// The reference and the text speak for themselves.
const SPEAKS = ".pick, .ref, .text, [data-label]";

function label() {
  for (const table of document.querySelectorAll(".sheet")) {
    const names = [...table.querySelectorAll("thead tr:last-child > *")].map((cell) => cell.textContent.trim());
    for (const row of table.tBodies[0]?.rows ?? [])
      for (const cell of row.cells)
        if (!cell.matches(SPEAKS) && cell.colSpan === 1 && names[cell.cellIndex]) cell.dataset.label = names[cell.cellIndex];
  }
}

document.addEventListener("htmx:afterSettle", label);
label();
