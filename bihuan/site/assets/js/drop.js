// A place for files (data-drop around an <input type=file>): drop them there, or paste them on the page.
import { word } from "./words.js";

const placeOf = (target) => target.closest?.("[data-drop]");

for (const type of ["dragenter", "dragover"])
  document.addEventListener(type, (event) => {
    const place = placeOf(event.target);
    if (!place) return;
    event.preventDefault();
    place.classList.add("is-over");
  });

for (const type of ["dragleave", "drop"])
  document.addEventListener(type, (event) => placeOf(event.target)?.classList.remove("is-over"));

document.addEventListener("drop", (event) => {
  const place = placeOf(event.target);
  if (!place || !event.dataTransfer.files.length) return;
  event.preventDefault();
  give(place, event.dataTransfer.files);
});

document.addEventListener("paste", (event) => {
  const place = document.querySelector("[data-drop]");
  if (!place || !event.clipboardData?.files.length) return;
  event.preventDefault();
  give(place, event.clipboardData.files);
});

document.addEventListener("change", ({ target }) => {
  if (target.type === "file" && placeOf(target)) show(placeOf(target), target.files);
});

function give(place, files) {
  const input = place.querySelector("input[type=file]");
  const kept = new DataTransfer();
  for (const file of input.multiple ? files : [files[0]]) kept.items.add(file);
  input.files = kept.files;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function show(place, files) {
  const line = place.querySelector(".drop-names") ?? place.appendChild(document.createElement("output"));
  line.className = "drop-names";
  line.textContent = [...files].map((file) => word("file_size", { name: file.name, size: size(file.size) })).join("  ");
}

function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
