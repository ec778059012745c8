// Nothing remote is loaded by itself; who follows an address is told first where it leads.

import { open } from "./dialogs.js";

document.addEventListener("click", (event) => {
  const found = event.target.closest?.("[data-away]");
  if (!found) return;
  event.preventDefault();
  event.stopPropagation();
  warn(found.dataset.away);
}, true);

/** Shows an address as text, and a way out of here if it is one of the web. */
export function warn(address) {
  const dialog = open("away");
  const way = dialog.querySelector("#away-go");
  const target = ofTheWeb(address);
  dialog.querySelector("#away-address").textContent = address;
  way.hidden = !target;
  if (target) way.href = target;
  else way.removeAttribute("href");
  dialog.querySelector(".problem").textContent = target ? "" : "This is no address of the web; it is shown, and not opened.";
  dialog.querySelector("button.main").focus();
}

function ofTheWeb(address) {
  try {
    const url = new URL(address);
    return ["http:", "https:"].includes(url.protocol) && !url.username && !url.password ? url.href : "";
  } catch {
    return "";
  }
}
