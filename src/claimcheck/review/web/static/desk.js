// The article under review: which claim is in focus, the card, and how every claim stands.

import { fragment, post } from "./api.js";
import { element } from "./text.js";

const body = document.body;
const margin = document.getElementById("margin");
const galley = document.getElementById("galley");
const whole = document.getElementById("whole");
const show = document.getElementById("show");
const said = document.getElementById("said");
const prefetched = new Map();
const timers = new Map();
const drafts = new Map();
const own = new Set();

export const slug = body.dataset.slug;
export const reader = body.dataset.reader;
export const base = `/a/${slug}`;
const desk = { order: [], through: [], filter: body.dataset.filter, revision: body.dataset.revision, people: {} };

export const card = () => margin.querySelector(".card");
export const here = () => card()?.dataset.short ?? "";
export const revision = () => desk.revision;
export const setRevision = (now) => (desk.revision = now || desk.revision);

/** Notes what the server answered to a decision of this page; it tells of it as an event too, before or after. */
export function decided({ revision, seen, mark }) {
  setRevision(revision);
  if (seen) own.add(seen);
  redraw(mark);
}

/** Whether an event tells only of what this page decided itself; asked once of each event. */
export const isOwn = (seen) => own.delete(seen);

/** Forgets a card that was fetched ahead: its claim has changed. */
export const outdate = (short) => prefetched.delete(short);

/** Tells what was done, to eyes and to screen readers. */
export function say(text, bad = false) {
  said.className = bad ? "said bad" : "said";
  said.textContent = text;
  clearTimeout(timers.get("said"));
  if (text && !bad) timers.set("said", setTimeout(() => (said.textContent = ""), 15_000));
}

export const complain = (error) => say(error.message, true);

/** Runs one piece of work at a time; while it runs, keys that decide are not obeyed. */
export async function busily(work) {
  if (body.dataset.busy) return undefined;
  body.dataset.busy = "yes";
  try {
    return await work();
  } catch (error) {
    complain(error);
    return undefined;
  } finally {
    delete body.dataset.busy;
  }
}

// Moving

/** The claim that lies some steps from the one in focus among those shown; null at an end. */
export function neighbour(step) {
  const list = desk.through;
  const at = list.indexOf(here());
  if (at >= 0) return list[at + step] ?? null;
  const place = desk.order.indexOf(here());
  const after = list.filter((short) => desk.order.indexOf(short) > place);
  return (step > 0 ? after[0] : list.filter((short) => !after.includes(short)).at(-1)) ?? null;
}

/** Brings a claim into focus. */
export async function go(short, { focus = true, fresh = false } = {}) {
  if (fresh) prefetched.delete(short);
  keepDraft();
  const waiting = prefetched.get(short) ?? fragment(`${base}/claims/${short}/card`);
  prefetched.delete(short);
  place(await waiting);
  reveal(short);
  if (focus) focusCard();
  history.replaceState(null, "", `${base}?c=${short}`);
  announce(short);
  const next = neighbour(1);
  if (next && !prefetched.has(next)) {
    const piece = fragment(`${base}/claims/${next}/card`);
    piece.catch(() => prefetched.delete(next));
    prefetched.set(next, piece);
  }
}

/** Shows the card of the claim in focus anew. */
export async function refresh({ focus = false } = {}) {
  const kept = selected()?.dataset.key;
  const inside = focus || margin.contains(document.activeElement);
  const top = margin.scrollTop;
  prefetched.delete(here());
  keepDraft();
  place(await fragment(`${base}/claims/${here()}/card`), kept);
  margin.scrollTop = top;
  if (inside) focusCard();
}

function place(piece, kept) {
  margin.replaceChildren(piece);
  margin.scrollTop = 0;
  const now = card();
  if (!now) return;
  const draft = drafts.get(here());
  const note = margin.querySelector("#note-text");
  if (draft && note) note.value = draft;
  for (const button of now.querySelectorAll("[data-part]"))
    for (const span of galley.querySelectorAll(`#c-${here()} [data-p="${button.dataset.part}"]`))
      span.classList.toggle("ticked", button.getAttribute("aria-pressed") === "true");
  progress(Number(now.dataset.done), Number(now.dataset.total));
  const first =
    (kept && now.querySelector(`.passage[data-key="${CSS.escape(kept)}"]`)) ||
    now.querySelector(".passage.proposed") ||
    now.querySelector(".passage");
  if (first) select(first, false);
  showPeople();
}

export function keepDraft(text = margin.querySelector("#note-text")?.value) {
  if (text) drafts.set(here(), text);
  else drafts.delete(here());
}

export function focusCard() {
  margin.querySelector("#card-title")?.focus({ preventScroll: true });
}

/** Marks the claim in focus in the text and the strip, and scrolls only if it is out of sight. */
export function reveal(short = here()) {
  for (const old of document.querySelectorAll(".at")) {
    old.classList.remove("at");
    old.removeAttribute("aria-current");
    if (old.matches("a")) old.tabIndex = -1;
  }
  const sentence = document.getElementById(`c-${short}`);
  if (sentence) {
    sentence.classList.add("at");
    sentence.classList.remove("new");
    sentence.setAttribute("aria-current", "true");
    sentence.tabIndex = 0;
    const box = sentence.getBoundingClientRect();
    const sheet = getComputedStyle(margin).position === "fixed" ? margin.offsetHeight : 0;
    const head = document.querySelector(".top").getBoundingClientRect().bottom;
    if (box.top < Math.max(head, 0) + 8 || box.bottom > innerHeight - sheet - 24)
      sentence.scrollIntoView({ block: sheet ? "start" : "center" });
  }
  const cell = whole.querySelector(`li[data-cell~="${CSS.escape(short)}"]`);
  cell?.classList.add("at");
  cell?.querySelector("a").setAttribute("aria-current", "true");
}

// Passages

export const passages = () => [...margin.querySelectorAll(".passage")].filter((item) => item.checkVisibility());
export const selected = () => margin.querySelector(".passage.on");

/** Selects the passage that keys are about. */
export function select(item, scroll = true) {
  selected()?.classList.remove("on");
  item.closest("details")?.setAttribute("open", "");
  item.classList.add("on");
  if (scroll) item.scrollIntoView({ block: "nearest" });
}

// Marks

/** Draws one claim anew in the text and the strip, from what the server says of it. */
export function redraw(mark, { news = false } = {}) {
  if (!mark) return;
  const sentence = document.getElementById(`c-${mark.short}`);
  if (sentence) {
    const kept = ["at", "through", "new"].filter((name) => sentence.classList.contains(name));
    sentence.className = ["c", mark.classes, ...kept].join(" ");
    if (news && mark.short !== here()) sentence.classList.add("new");
  }
  const cell = whole.querySelector(`li[data-cell~="${CSS.escape(mark.short)}"]`);
  if (!cell) return;
  if (cell.dataset.cell !== mark.short) {
    later("strip", reloadStrip);
    return;
  }
  const kept = ["at", "not-through"].filter((name) => cell.classList.contains(name));
  cell.className = [mark.classes, ...kept].join(" ");
  const link = cell.querySelector("a");
  link.textContent = mark.letter;
  link.title = `${mark.number}: ${mark.label}`;
  link.setAttribute("aria-label", link.title);
}

function progress(done, total) {
  const bar = document.getElementById("bar");
  bar.max = total || 1;
  bar.value = done;
  document.getElementById("progress").textContent = `${done} of ${total} reviewed`;
}

/** Does something a moment later, once, however often it is asked for meanwhile. */
export function later(name, work, wait = 250) {
  clearTimeout(timers.get(name));
  timers.set(name, setTimeout(() => work().catch(complain), wait));
}

async function reloadStrip() {
  whole.replaceChildren(await fragment(`${base}/strip`));
  thin();
  reveal();
}

/** Reads the filters anew: their counts, and which claims the chosen one lets through. */
export async function reloadFilters(filter = desk.filter) {
  const piece = await fragment(`${base}/filters?f=${encodeURIComponent(filter)}`);
  const focused = show.contains(document.activeElement) ? document.activeElement.dataset.filter : undefined;
  show.replaceChildren(piece);
  if (focused) show.querySelector(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
  const list = show.querySelector("#filters");
  desk.filter = filter;
  desk.through = list.dataset.through ? list.dataset.through.split(" ") : [];
  if (filter === "all") desk.order = desk.through;
  progress(Number(list.dataset.done), Number(list.dataset.total));
  thin();
}

/** Chooses which claims are gone through. */
export async function choose(filter) {
  await reloadFilters(filter);
  const count = desk.through.length;
  const claims = `${count} claim${count === 1 ? "" : "s"}`;
  say(filter === "all" ? `All shown: ${claims}.` : `${claims}: ${filter}.`);
  if (count && !desk.through.includes(here())) await go(neighbour(1) ?? desk.through[0]);
}

function thin() {
  const all = desk.filter === "all";
  const through = new Set(desk.through);
  galley.classList.toggle("filtered", !all);
  for (const sentence of galley.querySelectorAll(".c")) sentence.classList.toggle("through", !all && through.has(sentence.dataset.c));
  for (const cell of whole.querySelectorAll("[data-cell]"))
    cell.classList.toggle("not-through", !all && !cell.dataset.cell.split(" ").some((short) => through.has(short)));
  body.dataset.through = String(desk.through.length);
}

// The article as a whole

/** Fetches what the page itself did not hold of a long article. */
export async function completeArticle() {
  const rest = document.getElementById("rest");
  if (!rest) return;
  const piece = await fragment(rest.dataset.rest);
  rest.replaceWith(piece);
  thin();
  reveal();
}

/** Shows article, strip and filters as they stand now; the reader stays where they are. */
export async function reloadArticle() {
  prefetched.clear();
  const anchor = document.getElementById(`c-${here()}`)?.getBoundingClientRect().top;
  const [text, strip] = await Promise.all([fragment(`${base}/article`), fragment(`${base}/strip`)]);
  galley.replaceChildren(text);
  whole.replaceChildren(strip);
  await reloadOrder();
  const gone = !desk.order.includes(here());
  if (gone && desk.order.length) await go(desk.order[0], { focus: false });
  else await refresh();
  const now = document.getElementById(`c-${here()}`)?.getBoundingClientRect().top;
  if (anchor !== undefined && now !== undefined && !gone) window.scrollBy(0, now - anchor);
  reveal();
}

/** Reads the order of all claims, and the filter that is chosen. */
export async function reloadOrder() {
  const chosen = desk.filter;
  await reloadFilters("all");
  if (chosen !== "all") await reloadFilters(chosen);
}

export const number = (short) => desk.order.indexOf(short) + 1;

// People

function announce(short) {
  later("presence", () => post("/api/presence", { slug, claim: short }), 150);
}

/** Says again where the reader is; the server forgets who is silent. */
export const stillHere = () => post("/api/presence", { slug, claim: here() }).catch(() => undefined);

export function setPeople(people) {
  desk.people = people;
  showPeople();
}

function showPeople() {
  const lines = Object.entries(desk.people).flatMap(([short, names]) =>
    names.filter((name) => name !== reader).map((name) => [short, name]),
  );
  const top = document.getElementById("here");
  top.textContent = lines.map(([short, name]) => `${name} is on claim ${number(short) || "?"}`).join(" · ");
  const others = document.getElementById("others");
  const mine = lines.filter(([short]) => short === here());
  others?.replaceChildren(...mine.map(([, name]) => element("span", `${name} is on this claim`, "person")));
}
