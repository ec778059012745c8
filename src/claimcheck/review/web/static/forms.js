// What each dialog asks, and what is sent when it is answered.

import { get, post } from "./api.js";
import { claimPath, decide } from "./deeds.js";
import * as desk from "./desk.js";
import { complain, current, focusFirst, open, values } from "./dialogs.js";
import { openSource } from "./source.js";
import { element, length, textOf } from "./text.js";

const LAYERS = ["statement", "content"];

/** Asks why a passage is accepted or rejected. */
export function askWhy(verb) {
  const item = desk.selected();
  if (!item) return desk.say("Select a passage first.", true);
  const dialog = open("why");
  dialog.querySelector(".about").textContent = `Passage ${item.dataset.n} is to be ${verb}ed.`;
  dialog.querySelector("form").dataset.verb = verb;
  return dialog;
}

export function askStance() {
  const item = desk.selected();
  if (!item) return desk.say("Select a passage first.", true);
  const dialog = open("stance");
  dialog.querySelector(".about").textContent = `Passage ${item.dataset.n} now ${item.dataset.stance === "neutral" ? "does neither" : item.dataset.stance}.`;
  offerParts(dialog.querySelector(".bears"));
  return dialog;
}

/** The parts of the claim that a passage may bear on; with a stance's letter none needs to be chosen. */
function offerParts(choices) {
  const parts = [...document.querySelectorAll("#margin .parts [data-part]")];
  const lines = [["0", "the whole claim"], ...parts.map((part) => [part.dataset.part, part.querySelector(".pt").textContent])];
  choices.hidden = parts.length < 2;
  choices.querySelector(".options").replaceChildren(...lines.map(([value, text]) => {
    const label = element("label", "", "choice");
    label.append(Object.assign(document.createElement("input"), { type: "radio", name: "part", value }), ` ${text}`);
    return label;
  }));
}

/** Fills the choices of a dialog with lines that digits name. */
function offer(dialog, name, lines) {
  const options = lines.map(([value, text], index) => {
    const label = element("label", "", "choice");
    const radio = Object.assign(document.createElement("input"), { type: "radio", name, value, required: true, checked: index === 0 });
    if (index < 9) radio.dataset.letter = String(index + 1);
    label.append(radio, " ", ...(index < 9 ? [element("kbd", String(index + 1)), " "] : []), text);
    return label;
  });
  dialog.querySelector(".options").replaceChildren(...options);
  focusFirst(dialog);
}

export async function askWaiver() {
  const findings = await get(claimPath("findings"));
  if (!findings.length) return desk.say("The check finds nothing here that could be waived.");
  offer(open("waive"), "code", findings.map((found) => [found.code, `${found.code} ${found.message}`]));
}

export function askAnswer() {
  const out = [...document.querySelectorAll("#margin .query[data-open=yes]")];
  if (!out.length) return desk.say("No query on this claim is out.");
  offer(open("answer"), "query", out.map((item) => [item.dataset.query, `${item.dataset.to}: ${item.querySelector("br").nextSibling.textContent}`]));
}

export function askAttribution(number = 1) {
  const known = document.querySelector(`#margin [data-attribution="${number}"]`)?.dataset;
  const form = open("attribution").querySelector("form");
  form.elements.number.value = number;
  for (const name of ["speaker", "hedge", "translator", "hops"]) form.elements[name].value = known?.[name] ?? "";
  form.elements.anonymous.checked = known?.anonymous === "yes";
  form.elements.remove.closest("label").hidden = !known;
  form.elements.speaker.select();
}

export function askSplit() {
  const text = textOf(document.getElementById("claim-text"));
  const words = [...text.matchAll(/\S+/gu)].slice(1);
  if (!words.length) return desk.say("A claim of one word cannot be split.", true);
  const dialog = open("split");
  const buttons = words.map((word, index) => {
    const button = element("button", word[0]);
    Object.assign(button, { type: "button", tabIndex: index ? -1 : 0 });
    button.setAttribute("role", "radio");
    button.setAttribute("aria-checked", String(!index));
    button.dataset.at = length(text.slice(0, word.index));
    return button;
  });
  dialog.querySelector(".words").replaceChildren(element("span", text.slice(0, words[0].index)), ...buttons);
  buttons[0].focus();
}

/** Arrow keys and Enter among the words of a claim that is to be split; true where the key was one of them. */
export function amongWords(key) {
  const buttons = [...document.querySelectorAll("#d-split .words button")];
  const at = buttons.findIndex((button) => button.getAttribute("aria-checked") === "true");
  if (key === "Enter" && document.activeElement === buttons[at]) {
    buttons[at].closest("form").requestSubmit();
    return true;
  }
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[key];
  if (to === undefined || !buttons.length) return false;
  pickWord(buttons[Math.min(Math.max(to, 0), buttons.length - 1)]);
  return true;
}

function pickWord(chosen) {
  for (const button of chosen.parentElement.querySelectorAll("button")) {
    button.setAttribute("aria-checked", String(button === chosen));
    button.tabIndex = button === chosen ? 0 : -1;
  }
  chosen.focus();
}

export function askMerge() {
  const other = desk.card().dataset.merge;
  if (!other) return desk.say("There is no next claim to merge with.", true);
  const text = textOf(document.getElementById("claim-text"));
  const next = document.getElementById(`c-${other}`);
  const dialog = open("merge");
  dialog.querySelector(".about").textContent = `“${text}” and “${next ? textOf(next) : other}” become one claim.`;
  dialog.querySelector("button.main").focus();
}

export function askFilter() {
  const list = document.querySelector("#show #filters");
  if (!list) return;
  const dialog = open("filter");
  const copy = list.cloneNode(true);
  copy.removeAttribute("id");
  for (const button of copy.querySelectorAll("button")) button.prepend(element("kbd", button.dataset.letter), " ");
  dialog.querySelector(".slot").replaceChildren(copy);
  focusFirst(dialog);
}

export function askQuotation() {
  const dialog = open("quotation");
  located(dialog.querySelector("form"), null);
  dialog.querySelector("textarea").focus();
}

export function askAttach() {
  const form = open("attach").querySelector("form");
  show(form);
}

function show(form) {
  for (const part of form.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== form.elements.what.value;
}

document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (form?.dataset.form === "attach") show(form);
});
document.addEventListener("input", (event) => {
  const form = event.target.form;
  // What was found no longer answers what is asked.
  if (form?.dataset.form === "quotation" && ["quote", "source"].includes(event.target.name)) located(form, null);
});
document.addEventListener("click", (event) => {
  const word = event.target.closest?.("#d-split .words button");
  if (word) pickWord(word);
});

// What is sent

const key = () => desk.selected().dataset.key;

function hops(text = "") {
  return text.split(";").map((item) => item.trim()).filter(Boolean).map((item) => {
    const [how, name] = item.includes(":") ? item.split(/:(.*)/s) : ["reported", item];
    return { how: how.trim(), name: name.trim() };
  });
}

const SENT = {
  sign: (said) => decide("sign", said, { movesOn: true, what: `sign as ${said.decision}` }),
  why: (said, form) => decide(form.dataset.verb, { key: key(), why: said.why }, { what: form.dataset.verb }),
  stance: ({ stance, part }) => {
    const now = desk.selected().dataset.stance;
    const sent = LAYERS.includes(stance) ? { stance: now, about: stance } : { stance };
    if (part) sent.parts = part === "0" ? [] : [Number(part)];
    return decide("stance", { key: key(), ...sent }, { what: stance });
  },
  mark: (said) => {
    if (!said.undo && !said.why) throw new Error("A mark needs a reason.");
    return decide("mark", { mark: said.mark, why: said.why ?? "", undo: said.undo === "yes" }, { what: said.mark });
  },
  waive: (said) => decide("waive", said),
  query: (said) => decide("query", said),
  answer: (said) => decide("answer", said),
  assign: (said) => decide("assign", said),
  reply: (said) => decide("reply", said),
  attribution: (said) => {
    const number = Number(said.number);
    if (said.remove) return decide("attribution", { number, remove: true });
    const { speaker = "", hedge = "", translator = "" } = said;
    return decide("attribution", { number, speaker, hedge, translator, anonymous: said.anonymous === "yes", hops: hops(said.hops) });
  },
  split: () => {
    const chosen = document.querySelector("#d-split [aria-checked=true]");
    return decide("split", { at: Number(chosen.dataset.at) }, { whole: true });
  },
  merge: () => decide("merge", { with: desk.card().dataset.merge }, { whole: true }),
  note: async (said, form) => {
    form.reset();
    desk.keepDraft("");
    await decide("note", said);
    desk.focusCard();
  },
};

/** Finds a quotation first; adds it only once the reader has seen what was found. */
async function sendQuotation(said, form) {
  const sent = { quote: said.quote, about: said.about, stance: said.stance, ...(said.source ? { source: said.source } : {}) };
  if (form.dataset.found) return decide("quotation", sent, { what: "add the quotation" });
  located(form, await post(claimPath("quotation"), { ...sent, dry: true, seen: desk.card().dataset.seen }));
  return undefined;
}

function located(form, found) {
  const place = form.querySelector(".located");
  const button = form.querySelector("button.main");
  form.dataset.found = found && found.match !== "absent" ? "yes" : "";
  button.firstChild.textContent = form.dataset.found ? "Add it " : "Find it ";
  const differs = ["altered", "truncated"].includes(found?.match);
  const stances = [...form.elements.stance];
  // Whether other words still support the claim is for the reader to say, having seen how they differ.
  if (differs) for (const choice of stances) choice.checked = false;
  else if (!stances.some((choice) => choice.checked)) for (const choice of stances) choice.checked = choice.defaultChecked;
  if (!found) return place.replaceChildren();
  if (found.match === "absent") return place.replaceChildren(element("p", "These words stand in none of the texts on hand.", "problem"));
  const lines = [element("p", `${found.match}, in ${found.source}${found.score === undefined ? "" : ` (${Math.round(found.score * 100)} % alike)`}`, "label"), element("blockquote", found.exact)];
  for (const warning of found.warnings ?? []) lines.push(element("p", warning, "warn"));
  for (const item of found.differences ?? []) {
    const line = element("p", `${item.kind}: `);
    line.append(element("del", item.printed || "nothing"), " ", element("ins", item.source || "nothing"));
    lines.push(line);
  }
  if (differs) lines.push(element("p", "The words are not those of the source. Say what the passage shows before you add it.", "warn"));
  place.replaceChildren(...lines);
  (differs ? stances[0] : button).focus();
  return undefined;
}

async function sendSource(said, form) {
  let answer;
  if (said.what === "file") {
    const data = new FormData();
    if (!form.elements.file.files.length) throw new Error("Choose a file.");
    data.set("file", form.elements.file.files[0]);
    data.set("title", said.title);
    data.set("from", said.from);
    answer = await post("/api/sources", data);
  } else {
    const testimony = { who: said.who ?? "", question: said.question ?? "", answer: said.answer ?? "" };
    answer = await post("/api/sources", { title: said.title, testimony });
  }
  desk.say(`${said.title}: ${answer.done}. Select a passage in it.`);
  await openSource(answer.source);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const kind = form.dataset?.form;
  if (!kind) return;
  event.preventDefault();
  const send = { ...SENT, quotation: sendQuotation, attach: sendSource }[kind];
  if (!send) return;
  desk.busily(async () => {
    try {
      await send(values(form), form);
      const unfinished = kind === "quotation" && form.dataset.found && !form.dataset.adding;
      if (unfinished) form.dataset.adding = "yes";
      else if (kind !== "quotation" || form.dataset.adding) {
        form.dataset.adding = "";
        if (current()?.contains(form)) current().close();
      }
    } catch (error) {
      if (form.querySelector(".problem")) complain(form, error);
      else throw error;
    }
  });
});
