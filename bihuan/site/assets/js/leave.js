// Leaving a form in which something was written asks first. Sending it is not leaving.
// A form with data-unguarded (a search, a switch, an undo) never asks.
const FIELD = "textarea, select, input:not([type=checkbox], [type=hidden], [type=submit], [type=search])";
const changed = new Set();

document.addEventListener("input", ({ target }) => {
  const form = target.form;
  if (form?.method === "post" && !("unguarded" in form.dataset) && target.matches(FIELD)) changed.add(form);
});

document.addEventListener("submit", (event) => changed.delete(event.target));
document.addEventListener("htmx:afterRequest", ({ detail: { requestConfig, xhr } }) => {
  const { elt } = requestConfig;
  const refused = !xhr.status || xhr.status >= 400;
  if (!elt.matches("form") || "unguarded" in elt.dataset) return;
  if (refused) changed.add(elt);
  else changed.delete(elt); // a form that keeps itself is sent without a submit
});
document.addEventListener("reset", (event) => changed.delete(event.target));

window.addEventListener("beforeunload", (event) => {
  if ([...changed].some((form) => form.isConnected)) event.preventDefault();
});
