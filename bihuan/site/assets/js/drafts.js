// A long form (data-draft="name") keeps what was written in this browser until the server has taken it.
// Sent drafts go when an ordinary page answers; a sign-in page, a refusal or an error means that they did not arrive.
// Where htmx swaps a part of the page, what was being written in another form of that part comes back the same way.
import { meta, word } from "./words.js";

const PREFIX = `bihuan.draft.${meta("who")}.`;
const SKIP = "[type=hidden], [type=password], [type=file], [type=submit], [name=csrfmiddlewaretoken]";

const arrived = meta("who") && !document.querySelector("[data-error], .is-invalid, .refusal");
for (const key of kept("bihuan.draft.")) {
  const draft = JSON.parse(localStorage.getItem(key));
  if (!draft.sent) continue;
  if (arrived && key.startsWith(PREFIX)) localStorage.removeItem(key);
  else if (!arrived) keep(key, { ...draft, sent: false });
}

const restoreAll = () => document.querySelectorAll("form[data-draft]").forEach(restore);
document.addEventListener("htmx:afterSettle", restoreAll);
restoreAll();

document.addEventListener("htmx:afterRequest", ({ detail: { requestConfig, xhr } }) => {
  const { elt } = requestConfig; // the form itself, also when it has been swapped away
  const key = elt.matches("form[data-draft]") && keyOf(elt);
  const draft = key && JSON.parse(localStorage.getItem(key));
  if (draft && xhr.status && xhr.status < 400) localStorage.removeItem(key);
  else if (draft) keep(key, { ...draft, sent: false });
});

document.addEventListener("input", ({ target }) => {
  const form = target.form;
  if (form?.matches("[data-draft]")) keep(keyOf(form), { fields: read(form), sent: false });
});

document.addEventListener("submit", ({ target }) => {
  if (target.matches("[data-forget-drafts]")) kept(PREFIX).forEach((key) => localStorage.removeItem(key));
  const key = keyOf(target);
  const draft = target.matches("[data-draft]") && localStorage.getItem(key);
  if (draft) keep(key, { ...JSON.parse(draft), sent: true });
});

function keyOf(form) {
  return `${PREFIX}${location.pathname}#${form.dataset.draft || ""}`;
}

function kept(prefix) {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
}

function keep(key, draft) {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // The browser's storage is full or switched off: the form still works, only without a draft.
  }
}

function fields(form) {
  return [...form.elements].filter((element) => element.name && !element.matches(`button, fieldset, ${SKIP}`));
}

function read(form) {
  return fields(form).map((element) => [element.name, ticks(element) ? element.checked : element.value]);
}

function ticks(element) {
  return element.type === "checkbox" || element.type === "radio";
}

function restore(form) {
  const draft = JSON.parse(localStorage.getItem(keyOf(form)) ?? "null");
  if (!draft || draft.sent || JSON.stringify(draft.fields) === JSON.stringify(read(form))) return;
  const waiting = [...draft.fields];
  for (const element of fields(form)) {
    const at = waiting.findIndex(([name]) => name === element.name);
    if (at < 0) continue;
    const [[, value]] = waiting.splice(at, 1);
    if (ticks(element)) element.checked = value;
    else element.value = value;
  }
  if (!form.querySelector(".draft-line")) form.prepend(notice(form));
}

function notice(form) {
  const line = document.createElement("p");
  line.className = "draft-line";
  line.setAttribute("role", "status");
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "btn btn-outline-secondary btn-sm", textContent: word("draft_drop") });
  button.addEventListener("click", () => {
    localStorage.removeItem(keyOf(form));
    form.reset();
    line.remove();
  });
  line.append(word("draft_restored"), button);
  return line;
}
