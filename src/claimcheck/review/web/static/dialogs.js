// Dialogs: opened with a key, answered with keys, left with Esc.

const TEXT = "textarea, select, input:not([type=radio], [type=checkbox], [type=hidden], [type=submit], [type=button])";

/** Whether keys are letters there, not commands. */
export const takesText = (target) => target instanceof Element && target.matches(TEXT);

/** The dialog that is open, or null. */
export const current = () => document.querySelector("dialog[open]");

/** Opens a dialog with empty fields, and focuses its first control. */
export function open(name) {
  current()?.close();
  const dialog = document.getElementById(`d-${name}`);
  for (const form of dialog.querySelectorAll("form")) form.reset();
  for (const problem of dialog.querySelectorAll(".problem")) problem.textContent = "";
  dialog.showModal();
  focusFirst(dialog);
  return dialog;
}

/** Focuses what is answered first. */
export function focusFirst(dialog) {
  const wanted = dialog.querySelector("input:checked, [aria-checked=true]") ??
    dialog.querySelector(`input:not([type=hidden]), textarea, select, .slot button, [data-again]`) ??
    dialog.querySelector("h2");
  wanted?.focus();
}

/** Answers a dialog with a letter; true where that was an answer. */
export function answer(dialog, letter) {
  const found = dialog.querySelector(`[data-letter="${CSS.escape(letter)}"]`);
  if (!found) return false;
  if (found.matches("button")) {
    found.click();
    return true;
  }
  found.checked = true;
  found.dispatchEvent(new Event("change", { bubbles: true }));
  const fields = [...found.form.querySelectorAll(TEXT)].filter((field) => field.checkVisibility());
  const next = fields.find((field) => found.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (next) next.focus();
  else if (!fields.length) found.form.requestSubmit();
  else found.focus();
  return true;
}

/** What a form says: text trimmed, empty fields left out. */
export function values(form) {
  const found = {};
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value.trim()) found[name] = value.trim();
  return found;
}

/** Says in a form why it was not done. */
export const complain = (form, error) => (form.querySelector(".problem").textContent = error.message);

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-close], [data-keep]")) event.target.closest("dialog")?.close();
  if (event.target.matches?.("dialog")) event.target.close();
});
