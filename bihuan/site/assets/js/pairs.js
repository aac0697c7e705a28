// Side-by-side reading: what carries the same data-span lights up on both sides; a click or a focus brings it into view.
for (const type of ["mouseover", "focusin"]) document.addEventListener(type, ({ target }) => light(target));
for (const type of ["click", "focusin"]) document.addEventListener(type, ({ target }) => bring(target));

function spanOf(target) {
  return target.closest?.("[data-span]");
}

function partners(element) {
  const wanted = element.dataset.span.split(" ");
  const all = element.closest(".pair")?.querySelectorAll("[data-span]") ?? [];
  return [...all].filter((other) => other.dataset.span.split(" ").some((id) => wanted.includes(id)));
}

function light(target) {
  const element = spanOf(target);
  if (!element) return;
  const lit = new Set(partners(element));
  for (const other of document.querySelectorAll(".is-lit")) if (!lit.has(other)) other.classList.remove("is-lit");
  for (const other of lit) other.classList.add("is-lit");
}

function bring(target) {
  const element = spanOf(target);
  const pane = element?.closest(".pane");
  const other = element && partners(element).find((partner) => partner.closest(".pane") !== pane);
  other?.scrollIntoView({ block: "nearest" });
}
