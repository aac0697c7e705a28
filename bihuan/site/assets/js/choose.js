// Choosing rows: a box for all of them, Shift for a range, and a bulk bar that says how many.
// <form data-bulk> … <input type=checkbox data-choose-all> … <td class="pick"><input type=checkbox> … <div class="bulk-bar"><b data-count>
import { word } from "./words.js";

const boxes = (form) => [...form.querySelectorAll(".pick input[type=checkbox]:not([data-choose-all])")];
let last = null;

document.addEventListener("click", ({ target, shiftKey }) => {
  if (!target.matches?.(".pick input[type=checkbox]")) return;
  const form = target.closest("[data-bulk]");
  if (!form) return;
  const all = boxes(form);
  if ("chooseAll" in target.dataset) all.forEach((box) => (box.checked = target.checked));
  else if (shiftKey && last) range(all, last, target).forEach((box) => (box.checked = target.checked));
  last = target;
  count(form);
});

document.addEventListener("htmx:afterSettle", start);
window.addEventListener("pageshow", start);

function start() {
  document.querySelectorAll("[data-bulk]").forEach(count);
}

function range(all, from, to) {
  const [start, end] = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b);
  return start < 0 ? [to] : all.slice(start, end + 1);
}

function count(form) {
  const all = boxes(form);
  const chosen = all.filter((box) => box.checked).length;
  for (const bar of form.querySelectorAll(".bulk-bar")) bar.hidden = chosen === 0;
  for (const place of form.querySelectorAll("[data-count]")) place.textContent = word("chosen", { count: chosen });
  for (const box of form.querySelectorAll("[data-choose-all]")) {
    box.checked = chosen > 0 && chosen === all.length;
    box.indeterminate = chosen > 0 && chosen < all.length;
  }
}
