// Moving an interview in the day's grid: drag it to a place, or choose it and use the arrow keys: up and down by a
// quarter of an hour, left and right by a room; Enter confirms, Escape gives up. Its own page has the same as a form.
import { word } from "./words.js";

const table = document.querySelector("[data-slots]");
const form = document.querySelector("[data-slots-form]");
const wrap = table?.parentElement;
let moving = null; // { slot, line, room }: where it would go
let grip = 0; // how many lines below its top it was taken

const lines = () => [...table.querySelectorAll("tbody tr")];
const rooms = () => [...table.querySelectorAll("thead th[data-room]")];
const within = (n, all) => Math.min(Math.max(n, 0), all.length - 1);

if (table && form) {
  table.addEventListener("keydown", onKey);
  table.addEventListener("dragstart", onGrab);
  table.addEventListener("dragover", onDrag);
  table.addEventListener("drop", onDrop);
  table.addEventListener("dragend", stop);
  table.addEventListener("focusout", () => moving && !moving.dragged && stop());
}

function onKey(event) {
  const slot = event.target.closest("[data-slot]");
  if (!slot || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  if (step) go(slot, (moving ?? place(slot)).line + step[0], (moving ?? place(slot)).room + step[1]);
  else if (event.key === "Enter" && moving) send();
  else if (event.key === "Escape" && moving) stop();
  else return;
  event.preventDefault();
}

function onGrab(event) {
  const slot = event.target.closest("[data-slot]");
  if (!slot) return;
  grip = at(event).line - place(slot).line;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", ""); // nothing of it leaves the page
  moving = { slot, ...place(slot), dragged: true };
}

function onDrag(event) {
  if (!moving?.dragged) return;
  event.preventDefault();
  const { line, room } = at(event);
  go(moving.slot, line - grip, room);
}

function onDrop(event) {
  if (!moving?.dragged) return;
  event.preventDefault();
  send();
}

// The line and the room under the pointer; an interview stands over several lines, so cells cannot tell.
function at({ clientX, clientY }) {
  const line = lines().findLastIndex((tr) => tr.getBoundingClientRect().top <= clientY);
  const room = rooms().findLastIndex((th) => th.getBoundingClientRect().left <= clientX);
  return { line: Math.max(line, 0), room: Math.max(room, 0) };
}

function place(slot) {
  return at({ clientX: middle(slot), clientY: slot.closest("td").getBoundingClientRect().top + 1 });
}

function middle(element) {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}

function go(slot, line, room) {
  moving = { slot, dragged: moving?.dragged ?? false, line: within(line, lines()), room: within(room, rooms()) };
  draw();
  const status = document.querySelector("[data-slots-said]");
  if (status) status.textContent = word("slot_to", { time: time(), room: rooms()[moving.room].dataset.room });
}

function time() {
  return lines()[moving.line].dataset.at.slice(11);
}

function draw() {
  let ghost = wrap.querySelector(".slot-ghost");
  if (!ghost) ghost = wrap.appendChild(Object.assign(document.createElement("div"), { className: "slot-ghost" }));
  const box = wrap.getBoundingClientRect();
  const first = lines()[moving.line].getBoundingClientRect();
  const last = lines()[within(moving.line + Number(moving.slot.dataset.span) - 1, lines())].getBoundingClientRect();
  const column = rooms()[moving.room].getBoundingClientRect();
  ghost.textContent = time();
  Object.assign(ghost.style, {
    top: `${first.top - box.top + wrap.scrollTop}px`,
    left: `${column.left - box.left + wrap.scrollLeft}px`,
    width: `${column.width}px`,
    height: `${last.bottom - first.top}px`,
  });
}

function send() {
  const { slot, line, room } = moving;
  form.action = slot.dataset.place;
  form.elements.at.value = lines()[line].dataset.at;
  form.elements.room.value = rooms()[room].dataset.room;
  form.requestSubmit();
}

function stop() {
  moving = null;
  wrap.querySelector(".slot-ghost")?.remove();
  const status = document.querySelector("[data-slots-said]");
  if (status) status.textContent = "";
}
