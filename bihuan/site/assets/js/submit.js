// A form that is sent shows it at once, and is not sent twice by a double click.
// The answer may be a file, after which the page stays: so the button comes back by itself.
const BACK_AFTER = 10_000;

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.defaultPrevented || !button || event.target.method !== "post") return;
  button.setAttribute("aria-busy", "true");
  setTimeout(() => (button.disabled = true)); // after the button's own value has been taken along
  setTimeout(release, BACK_AFTER);
});

document.addEventListener("htmx:beforeRequest", ({ detail }) => detail.elt.querySelector?.("[type=submit]")?.setAttribute("aria-busy", "true"));
document.addEventListener("htmx:afterRequest", release);
window.addEventListener("pageshow", release);

function release() {
  for (const button of document.querySelectorAll("button[aria-busy]")) {
    button.removeAttribute("aria-busy");
    button.disabled = false;
  }
}
