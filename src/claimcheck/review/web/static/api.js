// The server: fragments of the page, and decisions as JSON.

const OURS = { "X-Claimcheck": "1" };
// The one place where text becomes markup: fragments that our own server rendered and escaped.
const policy = window.trustedTypes
  ? window.trustedTypes.createPolicy("claimcheck", { createHTML: (text) => text })
  : { createHTML: (text) => text };

/** Why the server did not do something. */
export class Refused extends Error {
  constructor(status, answer) {
    super([answer.error, answer.remedy].filter(Boolean).join(" ") || `The server answered ${status}.`);
    this.status = status;
    this.answer = answer;
  }
}

async function ask(path, options = {}) {
  try {
    return await fetch(path, { ...options, headers: { ...OURS, ...options.headers }, credentials: "same-origin" });
  } catch {
    throw new Refused(0, { error: "The server does not answer.", remedy: "Nothing was saved; is claimcheck review still running?" });
  }
}

async function refusal(response) {
  let answer = {};
  try {
    answer = await response.json();
  } catch {
    answer = {};
  }
  return new Refused(response.status, answer);
}

/** A fragment of the page, as a document fragment; scripts in it would never run. */
export async function fragment(path) {
  const response = await ask(path);
  if (!response.ok) throw await refusal(response);
  const page = new DOMParser().parseFromString(policy.createHTML(await response.text()), "text/html");
  const piece = document.createDocumentFragment();
  piece.append(...page.body.childNodes);
  return piece;
}

/** Whatever a path answers in JSON. */
export async function get(path) {
  const response = await ask(path);
  if (!response.ok) throw await refusal(response);
  return response.json();
}

/** Sends JSON (or, given a form's data, a file) and returns what is answered. */
export async function post(path, body, method = "POST") {
  const isForm = body instanceof FormData;
  const headers = isForm || body === undefined ? {} : { "Content-Type": "application/json" };
  const sent = isForm ? body : body === undefined ? undefined : JSON.stringify(body);
  const response = await ask(path, { method, headers, body: sent });
  if (!response.ok) throw await refusal(response);
  return response.status === 204 ? {} : response.json();
}
