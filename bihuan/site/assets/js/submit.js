// A form that is sent shows it at once, and is not sent twice by a double click.
// The answer may be a file, after which the page stays: so the button comes back by itself.
const BACK_AFTER = 10_000;

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.defaultPrevented || !button || event.target.method !== "post") return;
  press(button);
  setTimeout(release, BACK_AFTER);
});

document.addEventListener("htmx:beforeRequest", ({ detail }) => press(detail.requestConfig.triggeringEvent?.submitter));
document.addEventListener("htmx:afterRequest", release);
window.addEventListener("pageshow", release);

function press(button) {
  button?.setAttribute("aria-busy", "true");
  setTimeout(() => button && (button.disabled = true)); // after the button's own value has been taken along
}

function release() {
  for (const button of document.querySelectorAll("button[aria-busy]")) {
    button.removeAttribute("aria-busy");
    button.disabled = false;
  }
}
