// A fragment that cannot be had: where the session has ended the whole page goes to sign in and comes back here;
// where the server or the network failed, a sentence says so and the page keeps what was written.
import { toast } from "./toasts.js";
import { meta, word } from "./words.js";

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  const signIn = meta("sign-in");
  const ended = xhr.status === 401 || (signIn && new URL(xhr.responseURL || location.href).pathname === signIn);
  if (!ended || location.pathname === signIn) return;
  event.detail.shouldSwap = false;
  location.assign(`${signIn}?next=${encodeURIComponent(location.pathname + location.search)}`);
});

document.addEventListener("htmx:responseError", ({ detail }) => {
  if (detail.xhr.status !== 401) toast(word("fault"));
});

document.addEventListener("htmx:sendError", () => toast(word("offline")));
document.addEventListener("htmx:timeout", () => toast(word("offline")));
