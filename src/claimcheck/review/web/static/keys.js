// Keys: which action each does, read from the table that `?` shows.

import { answer, current, takesText } from "./dialogs.js";

const NAMES = { ArrowRight: "right", ArrowLeft: "left", ArrowUp: "up", ArrowDown: "down", " ": "space", PageDown: "pagedown", PageUp: "pageup", Enter: "enter", Escape: "esc", Backspace: "backspace", Tab: "tab" };
const actions = new Map();
for (const row of document.querySelectorAll("#d-keys [data-action]"))
  for (const key of row.dataset.keys.split(" ")) actions.set(key, row.dataset.action);

/** The key of an event as the table names it; on a keyboard of other letters, the one in its place. */
function nameOf(event) {
  if (event.key === "Tab") return event.shiftKey ? "backtab" : "tab";
  if (NAMES[event.key]) return NAMES[event.key];
  if (event.key.length === 1 && event.key.codePointAt(0) > 0x7f && /^Key[A-Z]$/.test(event.code)) {
    const letter = event.code.slice(3);
    return event.shiftKey ? letter : letter.toLowerCase();
  }
  return event.key;
}

/**
 * Obeys keys. In a text field they are letters; Esc leaves it. In a dialog they answer it.
 * @param {object} doing by action, what it does
 * @param {object} within by dialog id, what takes its keys: (key, event) => boolean
 */
export function obey(doing, within, { digit, leave }) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = nameOf(event);
    const dialog = current();
    if (takesText(event.target)) {
      if (key === "esc" && !dialog) {
        event.preventDefault();
        leave();
      }
      return;
    }
    if (dialog) {
      if (within[dialog.id]?.(event.key, event) || (key.length === 1 && answer(dialog, key))) event.preventDefault();
      return;
    }
    const control = event.target.closest?.("button, a, summary, input");
    if (control && (key === "enter" || key === "space")) return;
    if (/^[1-9]$/.test(key) && !actions.has(key)) {
      event.preventDefault();
      digit(Number(key));
      return;
    }
    const action = actions.get(key);
    if (!action || !doing[action]) return;
    event.preventDefault();
    doing[action]();
  });
}
