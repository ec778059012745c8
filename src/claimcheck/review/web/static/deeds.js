// Decisions: what a key or a button does to the claim in focus.

import { Refused, fragment, post } from "./api.js";
import * as desk from "./desk.js";
import { open } from "./dialogs.js";

// What does not rest on what was on the screen is no decision on the claim itself.
const BESIDE = new Set(["query", "answer", "note", "assign", "reply"]);

/** Where decisions on the claim in focus are sent to. */
export const claimPath = (verb, short = desk.here()) => `/api/a/${desk.slug}/claims/${short}/${verb}`;

/**
 * Sends one decision and shows what came of it.
 * With movesOn the next claim comes into focus; with whole the article is shown anew.
 */
export async function decide(verb, body, { movesOn = false, whole = false, what = verb } = {}) {
  const card = desk.card();
  const next = movesOn ? desk.neighbour(1) : null;
  const sent = BESIDE.has(verb) ? body : { ...body, seen: card.dataset.seen };
  try {
    const answer = await post(claimPath(verb), sent);
    await after(answer, { next, whole, movesOn });
    return answer;
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 409) throw error;
    await conflict(error.answer, { verb, body, movesOn, whole, what });
    return null;
  }
}

async function after(answer, { next = null, whole = false, movesOn = false } = {}) {
  desk.decided(answer);
  if (whole) await desk.reloadArticle();
  else if (next) await desk.go(next);
  else await desk.refresh();
  desk.later("filters", () => desk.reloadFilters());
  const end = movesOn && !next ? " That was the last claim shown." : "";
  desk.say(`${capital(answer.done)}.${end}`);
}

/** Takes back the reader's own last decision, and shows the claim it was about. */
export async function undo() {
  const answer = await post(`/api/a/${desk.slug}/undo`, {});
  desk.decided(answer);
  if (answer.claim && answer.claim !== desk.here()) await desk.go(answer.claim, { fresh: true });
  else await desk.refresh();
  await desk.reloadFilters();
  desk.say(`${capital(answer.done)}.`);
}

/** Brings back a passage that was dropped. */
export async function restore(start) {
  const answer = await post(`/api/a/${desk.slug}/restore`, { start });
  desk.decided(answer);
  await desk.reloadArticle();
  desk.say(`${capital(answer.done)}.`);
}

const capital = (text) => (text ? text[0].toUpperCase() + text.slice(1) : "Done");

// Two people at one claim

const COMPARED = [".badge", ".facts", ".claimtext", ".assessed", ".said-by", ".parts", ".told", ".talk"];

async function conflict(answer, deed) {
  const was = still(desk.card());
  const short = answer.conflict?.claim ?? desk.here();
  const piece = await fragment(`${desk.base}/claims/${short}/card`);
  const fresh = piece.querySelector(".card");
  const now = still(fresh);
  const passages = [was, now].flatMap((card) => [...card.querySelectorAll(".passage")]);
  const each = new Set(passages.map((item) => `.passage[data-key="${CSS.escape(item.dataset.key)}"]`));
  for (const name of [...COMPARED, ...each]) {
    const [first, second] = [was.querySelector(name), now.querySelector(name)];
    if (first?.textContent.replace(/\s+/g, " ") === second?.textContent.replace(/\s+/g, " ")) continue;
    first?.classList.add("differs");
    second?.classList.add("differs");
  }
  desk.redraw(answer.mark);
  const dialog = open("conflict");
  const { by, what } = answer.conflict ?? {};
  const told = [what].flat().filter(Boolean).join(" ");
  dialog.querySelector(".about").textContent = `${by || "Somebody"} changed this claim while you had it before you. ${told} Nothing of yours was written: look at both below, then leave it as it stands now, or decide all the same.`;
  dialog.querySelector(".was").replaceChildren(was);
  dialog.querySelector(".now").replaceChildren(now);
  dialog.querySelector(".deed").textContent = deed.what;
  dialog.querySelector("[data-again]").onclick = () => {
    dialog.close();
    desk.card().dataset.seen = fresh.dataset.seen;
    desk.busily(() => decide(deed.verb, deed.body, deed));
  };
  dialog.addEventListener("close", () => desk.refresh({ focus: true }).catch(desk.complain), { once: true });
  dialog.querySelector("[data-keep]").focus();
}

/** A copy of a card to be looked at only. */
function still(card) {
  const copy = card.cloneNode(true);
  for (const gone of copy.querySelectorAll("form, footer, .acts, kbd, .stale-bar, button.quiet, .others")) gone.remove();
  for (const button of copy.querySelectorAll("button")) {
    const words = document.createElement("span");
    words.append(...button.childNodes);
    button.replaceWith(words);
  }
  for (const named of [copy, ...copy.querySelectorAll("*")])
    for (const name of ["id", "aria-labelledby", "tabindex"]) named.removeAttribute(name);
  for (const heading of copy.querySelectorAll("h2, h3")) {
    const line = document.createElement("p");
    line.className = heading.tagName === "H3" ? "label" : "";
    line.append(...heading.childNodes);
    heading.replaceWith(line);
  }
  copy.removeAttribute("data-short");
  copy.classList.replace("card", "version");
  return copy;
}
