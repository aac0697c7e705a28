// Taking down quickly: Enter sends a text with data-enter (Shift + Enter is a new line, a pasted list stays a list);
// Alt + a digit chooses among data-quick-keys without leaving the text.
document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  const { target } = event;
  if (event.key === "Enter" && !event.shiftKey && !event.altKey && target.matches?.("[data-enter]")) {
    event.preventDefault();
    if (target.value.trim()) target.form.requestSubmit();
  }
  const digit = event.altKey && /^Digit([1-9])$/.exec(event.code);
  const choices = digit && document.querySelectorAll("[data-quick-keys] input[type=radio]");
  const choice = choices?.[digit[1] - 1];
  if (!choice) return;
  event.preventDefault();
  choice.checked = true;
  choice.dispatchEvent(new Event("input", { bubbles: true }));
});
