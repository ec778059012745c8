// The page of a review: what each key and each button does.

import "./away.js";
import { decide, undo } from "./deeds.js";
import * as desk from "./desk.js";
import { current, open } from "./dialogs.js";
import * as forms from "./forms.js";
import { obey } from "./keys.js";
import { listen, showNewest } from "./live.js";
import { keyInSource, openSource } from "./source.js";
import { openPeople, openTray } from "./trays.js";

const margin = document.getElementById("margin");
const top = document.querySelector(".top");

function withPassage(work) {
  const item = desk.selected();
  if (item) return work(item);
  return desk.say("This claim has no passage to decide on.", true);
}

const decidePassage = (verb) =>
  withPassage((item) => desk.busily(() => decide(verb, { key: item.dataset.key }, { what: `${verb} passage ${item.dataset.n}` })));

function step(by) {
  const next = desk.neighbour(by);
  if (next) desk.busily(() => desk.go(next));
  else desk.say(by > 0 ? "This is the last claim shown." : "This is the first claim shown.");
}

function stepPassage(by) {
  const list = desk.passages();
  if (!list.length) return desk.say("This claim has no passage.");
  const at = list.indexOf(desk.selected());
  desk.select(list[(at + by + list.length) % list.length]);
}

function tick(part) {
  if (!part) return desk.say(desk.card()?.querySelector("[data-part]") ? "Every part is ticked." : "This claim has no parts to tick.");
  desk.busily(() => decide("tick", { part }));
}

/** Whether there is a claim in focus to do something with. */
const onClaim = (work) => () => (desk.card() ? work() : desk.say("There is no claim in focus.", true));

const DOING = {
  next_claim: () => step(1),
  previous_claim: () => step(-1),
  choose_filter: forms.askFilter,
  scroll_down: () => margin.scrollBy(0, 90),
  scroll_up: () => margin.scrollBy(0, -90),
  next_evidence: () => stepPassage(1),
  previous_evidence: () => stepPassage(-1),
  accept: () => decidePassage("accept"),
  reject: () => decidePassage("reject"),
  accept_why: () => forms.askWhy("accept"),
  reject_why: () => forms.askWhy("reject"),
  change_stance: forms.askStance,
  open_source: () => withPassage((item) => desk.busily(() => openSource(item.dataset.source, item.dataset.start, item.dataset.end))),
  add_quotation: onClaim(forms.askQuotation),
  attach_source: forms.askAttach,
  open_sources: () => desk.busily(() => openTray("sources")),
  verify: onClaim(() => desk.busily(() => decide("sign", { decision: "verified" }, { movesOn: true, what: "sign as verified" }))),
  sign: onClaim(() => open("sign")),
  mark: onClaim(() => open("mark")),
  tick_part: onClaim(() => tick(Number(desk.card().dataset.nextPart))),
  waive: onClaim(() => desk.busily(forms.askWaiver)),
  attribution: onClaim(() => forms.askAttribution()),
  split: onClaim(forms.askSplit),
  merge: onClaim(forms.askMerge),
  query: onClaim(() => open("query")),
  answer: onClaim(forms.askAnswer),
  note: onClaim(() => document.getElementById("note-text").focus()),
  assign: onClaim(() => open("assign")),
  reply: onClaim(() => open("reply")),
  open_dropped: () => desk.busily(() => openTray("dropped")),
  open_orphans: () => desk.busily(() => openTray("orphans")),
  open_out: () => desk.busily(() => openTray("out")),
  open_people: () => desk.busily(openPeople),
  undo: () => desk.busily(undo),
  show_newest: () => desk.busily(showNewest),
  open_help: () => open("keys"),
  leave: leave,
  quit: () => location.assign("/articles"),
};

function leave() {
  desk.keepDraft();
  document.activeElement?.blur();
  desk.say("");
  desk.focusCard();
}

obey(DOING, { "d-source": keyInSource, "d-split": (key) => forms.amongWords(key), "d-keys": (key) => key === "?" && !current().close() }, {
  digit: (number) => {
    const item = margin.querySelector(`.passage[data-n="${number}"]`);
    if (item) desk.select(item);
    else desk.say(`There is no passage ${number}.`);
  },
  leave,
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches?.("textarea")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

document.addEventListener("click", (event) => {
  const claim = event.target.closest?.("a[data-c]");
  if (claim) {
    event.preventDefault();
    const part = Number(event.target.closest("[data-p]")?.dataset.p);
    if (part && claim.dataset.c === desk.here() && claim.matches(".c")) tick(part);
    else desk.busily(() => desk.go(claim.dataset.c, { focus: !claim.matches(".c") }));
    return;
  }
  const filter = event.target.closest?.("[data-filter]:not(body)");
  if (filter) {
    current()?.close();
    desk.busily(() => desk.choose(filter.dataset.filter));
    return;
  }
  const button = event.target.closest?.("button[data-do]");
  const passage = event.target.closest?.(".passage");
  if (passage && margin.contains(passage)) desk.select(passage, false);
  if (!button) return;
  if (button.dataset.do === "tick") tick(button.getAttribute("aria-pressed") === "true" ? 0 : Number(button.dataset.part));
  else if (button.dataset.do === "attribution") forms.askAttribution(Number(button.dataset.n));
  else DOING[button.dataset.do]?.();
});

// A dialog gives focus back to what had it; where that is gone, the card has it.
document.addEventListener("close", () => {
  const at = document.activeElement;
  if (!at || at === document.body || at.closest("dialog:not([open])")) desk.focusCard();
}, true);

function measure() {
  const sticky = getComputedStyle(top).position === "sticky";
  document.documentElement.style.setProperty("--head", sticky ? `${top.offsetHeight}px` : "0px");
}

async function begin() {
  measure();
  new ResizeObserver(measure).observe(top);
  const first = margin.querySelector(".passage.proposed") ?? margin.querySelector(".passage");
  if (first) desk.select(first, false);
  await Promise.all([desk.reloadOrder(), desk.completeArticle()]);
  desk.reveal();
  listen();
  if (desk.here()) desk.stillHere();
  document.body.dataset.ready = "yes";
}

begin().catch(desk.complain);
