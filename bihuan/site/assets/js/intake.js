// Side-by-side reading by keyboard: n next doubt, a right, e edit, s split, m merge up, d drop, r note, u undo, Escape
// closes a form.
// j and k belong to keys.js. After each step the place, the scroll and the focus are where they were.
const TYPING = "input, textarea, select, [contenteditable], dialog[open] *";
const ROW = ".draft-row";

let at = null;
let scrolled = [];

document.addEventListener("keydown", (event) => {
  const page = document.getElementById("reading");
  if (!page || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") return event.target.closest("[data-escape]")?.querySelector("[data-cancel]")?.click();
  if (event.target.matches(TYPING) || localStorage.getItem("bihuan.keys") === "off" || !/^[a-z]$/.test(event.key)) return;
  if (event.key === "n") return nextDoubt(page, event);
  const place = event.key === "u" ? page : document.activeElement?.closest(ROW);
  const button = place?.querySelector(`[data-row-key="${event.key}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// The next doubtful row below this one, or the first; where this page has none, the list of doubts.
function nextDoubt(page, event) {
  event.preventDefault();
  const all = rows();
  const here = all.indexOf(document.activeElement?.closest(ROW));
  const doubtful = all.filter((row) => row.matches(".is-doubtful"));
  const next = doubtful.find((row) => all.indexOf(row) > here) ?? doubtful[0];
  if (!next) return page.querySelector("[data-doubts]")?.click();
  next.querySelector("[data-row]").focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

// Splitting: a click on the wording parts it there, as the scissors do after a mark.
document.addEventListener("click", (event) => {
  const piece = event.target.closest("[data-split] [data-from]");
  const spot = piece && document.caretRangeFromPoint?.(event.clientX, event.clientY);
  if (!spot || !piece.contains(spot.startContainer) || !spot.startOffset) return;
  const before = [...spot.startContainer.data.slice(0, spot.startOffset)].length;
  const form = piece.closest("form");
  const button = form.querySelector(".seam") ?? form.appendChild(hidden());
  button.value = Number(piece.dataset.from) + before;
  button.click();
});

function hidden() {
  const button = document.createElement("button");
  Object.assign(button, { name: "at", hidden: true });
  return button;
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const page = document.getElementById("reading");
  if (!page) return;
  const row = (detail.requestConfig?.elt ?? document.activeElement)?.closest?.(ROW) ?? document.activeElement?.closest(ROW);
  const all = rows();
  const place = all.indexOf(row);
  const next = merges(detail.requestConfig?.elt) ? place - 1 : place;
  at = row && { id: row.id, place: Math.max(next, 0) };
  scrolled = panes().map((pane) => pane.scrollTop);
});

document.addEventListener("htmx:afterSettle", () => {
  if (!document.getElementById("reading")) return;
  panes().forEach((pane, index) => (pane.scrollTop = scrolled[index] ?? 0));
  const row = at && (document.getElementById(at.id) ?? rows()[Math.min(at.place, rows().length - 1)]);
  const target = row?.querySelector("textarea, .seam") ?? row?.querySelector("[data-row]");
  target?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: row.matches(".is-open") ? "start" : "nearest" });
  at = null;
});

// The row that was merged away leads to the one it went into.
function merges(button) {
  return button?.dataset?.rowKey === "m";
}

function rows() {
  return [...document.querySelectorAll(`#reading ${ROW}`)];
}

function panes() {
  return [...document.querySelectorAll("#reading .pane")];
}
