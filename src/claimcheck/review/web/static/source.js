// Sources: opened at the place, and read sentence by sentence until a passage is picked.

import { fragment } from "./api.js";
import { decide } from "./deeds.js";
import * as desk from "./desk.js";
import { complain, current, open } from "./dialogs.js";
import { offsetWithin, textOf } from "./text.js";

const dialog = document.getElementById("d-source");
const slot = dialog.querySelector(".slot");
const picked = dialog.querySelector(".picked");
const form = dialog.querySelector("form");
const hint = picked.cloneNode(true);
let chosen = [-1, -1];

const sentences = () => [...slot.querySelectorAll(".st")];
const id = () => slot.querySelector(".source").dataset.source;

/** Opens a source; with a passage given, at its place. */
export async function openSource(source, start = "", end = "", from = "") {
  const query = new URLSearchParams({ a: desk.slug, ...(start !== "" && end !== "" ? { start, end } : {}), ...(from !== "" ? { from } : {}) });
  const piece = await fragment(`/s/${encodeURIComponent(source)}?${query}`);
  if (current() !== dialog) open("source");
  const title = piece.querySelector("#source-title");
  document.getElementById("t-source").textContent = title.textContent;
  piece.querySelector(".source").removeAttribute("aria-labelledby");
  title.remove();
  slot.replaceChildren(piece);
  slot.scrollTop = 0;
  picked.replaceChildren(...hint.cloneNode(true).childNodes);
  form.querySelector(".problem").textContent = "";
  const marked = slot.querySelector("mark");
  const list = sentences();
  const first = marked ? list.findIndex((item) => item.contains(marked)) : -1;
  chosen = [first, first];
  if (marked) marked.scrollIntoView({ block: "center" });
  slot.focus({ preventScroll: true });
}

/** Moves the sentence that is picked, or makes the passage longer; true where the key was such a one. */
export function pick(key) {
  const list = sentences();
  if (!list.length || !"jkJK".includes(key)) return false;
  getSelection().removeAllRanges();
  let [first, last] = chosen;
  if (key === "j") first = last = Math.min(last + 1, list.length - 1);
  if (key === "k") first = last = Math.max(first - 1, 0);
  if (key === "J") last = Math.min(last + 1, list.length - 1);
  if (key === "K") last = Math.max(last - 1, first);
  chosen = [Math.max(first, 0), last];
  list.forEach((item, index) => item.classList.toggle("on", index >= chosen[0] && index <= chosen[1]));
  list[last].scrollIntoView({ block: "nearest" });
  picked.textContent = `“${list.slice(chosen[0], chosen[1] + 1).map(textOf).join(" ")}”`;
  return true;
}

function span() {
  const selection = getSelection();
  if (selection.rangeCount && !selection.isCollapsed && slot.contains(selection.anchorNode)) {
    const range = selection.getRangeAt(0);
    return { start: place(range.startContainer, range.startOffset), end: place(range.endContainer, range.endOffset) };
  }
  const on = sentences().filter((item) => item.classList.contains("on"));
  return on.length ? { start: Number(on[0].dataset.s), end: Number(on.at(-1).dataset.e) } : null;
}

function place(node, offset) {
  const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
  if (line) return Number(line.dataset.at) + offsetWithin(line, node, offset);
  const next = [...slot.querySelectorAll("[data-at]")].find((item) => node.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING);
  return next ? Number(next.dataset.at) : NaN;
}

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (current() !== dialog || selection.isCollapsed || !slot.contains(selection.anchorNode)) return;
  for (const item of sentences()) item.classList.remove("on");
  picked.textContent = `“${String(selection)}”`;
});

/** Adds what is picked as evidence of a stance. */
export function add(stance) {
  desk.busily(async () => {
    const found = span();
    if (!found || !(found.start < found.end)) return complain(form, new Error("Pick a passage first: with the mouse, or with j and k."));
    const about = form.elements.statement.checked ? "statement" : "content";
    try {
      if (await decide("evidence", { source: id(), ...found, about, stance }, { what: "add the passage" })) dialog.close();
    } catch (error) {
      complain(form, error);
    }
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  add(event.submitter?.value ?? "supports");
});
slot.addEventListener("click", (event) => {
  const window = event.target.closest("[data-window]");
  if (window) desk.busily(() => openSource(id(), "", "", window.dataset.window));
});

/** Keys while a source is open; true where the key was one of them. */
export function keyInSource(key) {
  const stance = { s: "supports", c: "contradicts", n: "neutral" }[key];
  if (stance) add(stance);
  else if (key === "t") form.elements.statement.checked = !form.elements.statement.checked;
  else return pick(key);
  return true;
}
