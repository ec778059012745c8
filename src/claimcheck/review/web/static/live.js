// What others do meanwhile: marked where it happened, never moving what the reader is reading.

import * as desk from "./desk.js";
import { element } from "./text.js";

const notice = document.getElementById("notice");
let changed = false;

/** Listens to the server. */
export function listen() {
  const events = new EventSource(`/events?a=${encodeURIComponent(desk.slug)}`);
  const on = (name, work) => events.addEventListener(name, (event) => work(JSON.parse(event.data)));
  on("claim", ({ short, mark, seen, by, revision }) => {
    desk.setRevision(revision);
    const mine = by === desk.reader;
    desk.redraw(mark, { news: !mine });
    desk.outdate(short);
    // Which claim is on the screen is asked only then: a decision may just be moving on to the next.
    afterwards(() => {
      if (desk.isOwn(seen) || short !== desk.here()) return;
      if (seen && seen !== desk.card()?.dataset.seen) stale(by);
    });
    desk.later("filters", () => desk.reloadFilters(), 600);
  });
  // Told of a change, and when listening begins again; no revision means that news was lost.
  on("article", ({ revision }) => {
    const known = () => revision && revision === desk.revision();
    if (known()) return;
    afterwards(() => {
      if (known()) return;
      desk.setRevision(revision);
      changed = true;
      tell("The article or its records changed meanwhile.", true);
    });
  });
  on("presence", ({ people }) => desk.setPeople(people));
  on("record-error", ({ message }) => {
    if (message) tell(message, false);
    else if (!changed) notice.hidden = true;
  });
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) tell("The server has gone. What was saved is on disk.", false);
  });
  setInterval(() => document.visibilityState === "visible" && desk.stillHere(), 20_000);
}

/** Waits until what the reader does has been answered: the news may be of that. */
function afterwards(work) {
  if (document.body.dataset.busy) setTimeout(() => afterwards(work), 40);
  else work();
}

function stale(by) {
  const card = desk.card();
  if (card.querySelector(".stale-bar")) return;
  const bar = element("div", "", "stale-bar");
  bar.setAttribute("role", "status");
  bar.append(element("span", `${by || "Somebody"} changed this claim meanwhile.`), button());
  card.prepend(bar);
}

function tell(text, offer) {
  notice.replaceChildren(element("span", `${text} `), ...(offer ? [button()] : []));
  notice.hidden = false;
}

function button() {
  const made = element("button", "Show how it stands now ");
  made.type = "button";
  made.dataset.do = "show_newest";
  const shown = document.querySelector('#d-keys [data-action="show_newest"] kbd');
  if (shown) made.append(shown.cloneNode(true));
  return made;
}

/** Shows how things stand now. */
export async function showNewest() {
  const whole = changed;
  changed = false;
  notice.hidden = true;
  for (const old of document.querySelectorAll(".c.new")) old.classList.remove("new");
  if (whole) await desk.reloadArticle();
  else await desk.refresh({ focus: true });
  await desk.reloadFilters();
  desk.say("This is how it stands now.");
}
