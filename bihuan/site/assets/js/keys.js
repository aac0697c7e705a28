// The keys of every page: / to search; j k x in a list (Enter is the link's own); ? for the list of keys.
// A link with data-key="n" is followed by that key where its page is shown.
// Single keys can be switched off in that list, and the choice is kept in this browser.
const KEPT = "bihuan.keys";
const TYPING = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable], dialog[open] *";
const LINK = "[data-row], a[href]";

const switchBox = document.querySelector("[data-keys-switch]");
if (switchBox) {
  switchBox.checked = localStorage.getItem(KEPT) !== "off";
  switchBox.addEventListener("change", () => localStorage.setItem(KEPT, switchBox.checked ? "on" : "off"));
}

const acts = {
  "/": () => focus(document.querySelector("[data-search]")),
  "?": () => document.getElementById("keys")?.showModal(),
  j: () => step(+1),
  k: () => step(-1),
  x: () => here()?.querySelector(".pick input[type=checkbox]")?.click(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches(TYPING) || localStorage.getItem(KEPT) === "off") return;
  const link = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  const act = acts[event.key] ?? (link && (() => link.click()));
  if (!act) return;
  event.preventDefault();
  act();
});

function rows() {
  return [...document.querySelectorAll("main .sheet tbody tr, main .rows > li")].filter((row) => row.querySelector(LINK));
}

function here() {
  return document.activeElement?.closest(".sheet tbody tr, .rows > li");
}

function step(by) {
  const all = rows();
  const at = all.indexOf(here());
  const next = at < 0 ? all[0] : all[at + by];
  focus(next?.querySelector("[data-row]") ?? next?.querySelector("a[href]"));
}

function focus(element) {
  element?.focus();
  element?.select?.();
  element?.closest("tr, li")?.scrollIntoView({ block: "nearest" });
}
