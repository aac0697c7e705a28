// A toast goes after a while; one that offers an undo, or tells of trouble, stays until it is closed.
import { word } from "./words.js";

const STAYS = 8_000;

export function toast(text, level = "error") {
  const line = document.createElement("div");
  line.className = `toast-line ${level}`;
  line.dataset.toast = "";
  const span = document.createElement("span");
  span.textContent = text;
  line.append(span);
  document.getElementById("toasts")?.append(line);
  settle(line);
}

function settle(line) {
  if (line.dataset.toast === "settled") return;
  line.dataset.toast = "settled";
  const close = document.createElement("button");
  Object.assign(close, { type: "button", textContent: word("close") });
  close.addEventListener("click", () => line.remove());
  line.append(close);
  if (!line.matches(".error, .warning") && !line.querySelector("form")) wait(line);
}

function wait(line) {
  setTimeout(() => (line.matches(":hover, :focus-within") ? wait(line) : line.remove()), STAYS);
}

const settleAll = () => document.querySelectorAll("[data-toast]").forEach(settle);
document.addEventListener("htmx:afterSettle", settleAll);
settleAll();
