// What lies beside the article: dropped passages, orphans, what is out, sources, people.

import { fragment, get, post } from "./api.js";
import { restore } from "./deeds.js";
import * as desk from "./desk.js";
import { complain, current, open, values } from "./dialogs.js";
import { openSource } from "./source.js";
import { element } from "./text.js";

const tray = document.getElementById("d-tray");
const people = document.getElementById("d-people");

/** Opens one of the trays: dropped, orphans, out or sources. */
export async function openTray(name) {
  const piece = await fragment(`${desk.base}/${name}`);
  open("tray");
  const title = piece.querySelector("h2");
  document.getElementById("t-tray").textContent = title?.textContent ?? "";
  title?.remove();
  tray.querySelector(".slot").replaceChildren(piece);
  (tray.querySelector(".slot button") ?? tray.querySelector(".slot")).focus();
}

tray.addEventListener("click", (event) => {
  const { go, restore: start, openSource: source } = event.target.closest("button")?.dataset ?? {};
  if (go) desk.busily(async () => {
    tray.close();
    await desk.go(go);
  });
  if (start !== undefined) desk.busily(async () => {
    await restore(Number(start));
    await openTray("dropped");
  });
  if (source) desk.busily(() => openSource(source));
});

/** Opens the list of people, with invitations for those who may invite. */
export async function openPeople() {
  const answer = await get("/api/people");
  if (current() !== people) open("people");
  const list = element("ul", "", "tray");
  for (const person of answer.people ?? []) {
    const line = element("li");
    line.append(element("p", person.name), element("p", `${person.role}${person.here ? " · here now" : ""}`, "small"));
    list.append(line);
  }
  const parts = [list];
  if (answer.invitations?.length) parts.push(element("h3", "Invitations"), invitations(answer.invitations));
  people.querySelector(".slot").replaceChildren(...parts);
}

function invitations(items) {
  const list = element("ul", "", "tray");
  for (const item of items) {
    const line = element("li");
    const state = item.used ? "used" : `until ${String(item.expires).slice(0, 16).replace("T", " ")}`;
    line.append(element("p", item.name), element("p", `${item.role} · ${state}`, "small"));
    const button = element("button", `Take back the invitation of ${item.name}`);
    button.type = "button";
    button.addEventListener("click", () => desk.busily(async () => {
      await post(`/api/invitations/${encodeURIComponent(item.id)}`, undefined, "DELETE");
      desk.say(`The invitation of ${item.name} no longer holds.`);
      await openPeople();
    }));
    line.append(button);
    list.append(line);
  }
  return list;
}

people.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.form !== "invite") return;
  event.preventDefault();
  desk.busily(async () => {
    try {
      const { name, role, days, confidential } = values(form);
      const made = await post("/api/invitations", { name, role, days: Number(days), confidential: confidential === "yes" });
      await openPeople();
      const line = element("p", "", "address");
      line.textContent = new URL(made.url, location.href).href;
      people.querySelector(".slot").append(element("p", `For ${name} only, once, until ${String(made.expires).slice(0, 16).replace("T", " ")}:`, "small"), line);
      form.reset();
    } catch (error) {
      complain(form, error);
    }
  });
});
