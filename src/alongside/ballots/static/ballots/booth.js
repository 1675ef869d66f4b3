// The voice host: takes the pass, locks the answers in this browser, and sends them. No cookie goes with them.
import sodium from "./vendor/libsodium/libsodium-wrappers.mjs";
import * as colleagues from "./colleagues.js";
import { fromBase64, fromFragment, toBase64 } from "./bytes.js";

const SIZE = 8192; // every answer has this size before it is locked: its length, its text, and zeros
const LENGTH = 4;
const page = document.querySelector("[data-booth]");
const campaign = page.dataset.booth;
const part = (name) => page.querySelector(`[data-part="${name}"]`);

function show(name) {
  for (const one of page.querySelectorAll("[data-part]")) one.hidden = one.dataset.part !== name;
}

// The part of an address after the # is never sent. It is taken away at once, so that it is in no list of visited pages.
function takePass() {
  const words = location.hash.slice(1);
  if (words) history.replaceState(null, "", location.pathname);
  const kept = JSON.parse(localStorage.getItem(campaign));
  try {
    const { label, prepared, signature, person, name } = fromFragment(words);
    if (label && prepared && signature) localStorage.setItem(campaign, JSON.stringify({ label, prepared, signature }));
    if (person) colleagues.add(campaign, { person, name }, prepared && (!kept || kept.prepared === prepared));
  } catch { /* no pass, or half of one: then there is only what was kept before */ }
  return JSON.parse(localStorage.getItem(campaign));
}

// Boxes of which none is ticked are an answer too: they were seen.
function answersOf(form) {
  const answers = {};
  const elements = [...form.elements].filter((field) => field.name && !field.closest("[data-colleagues]"));
  for (const name of new Set(elements.map((field) => field.name))) {
    const fields = elements.filter((field) => field.name === name);
    const given = fields.filter((field) => field.matches("textarea") || field.checked).map((field) => field.value.trim()).filter(Boolean);
    if (fields[0].type === "checkbox") answers[name] = given;
    else if (given.length) answers[name] = given[0];
  }
  for (const place of form.querySelectorAll("[data-colleagues]")) answers[place.dataset.colleagues] = colleagues.answers(campaign);
  return answers;
}

function padded(thing) {
  const text = new TextEncoder().encode(JSON.stringify(thing));
  if (text.length > SIZE - LENGTH) return null;
  const bytes = new Uint8Array(SIZE);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, LENGTH);
  return bytes;
}

async function send(pass, box) {
  const body = JSON.stringify({ ...pass, sealed: toBase64(box) });
  const how = { method: "POST", body, headers: { "Content-Type": "application/json" }, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" };
  const answer = await fetch(page.dataset.send, how);
  if (answer.ok) return {};
  if (answer.status === 422) return answer.json();
  throw new Error(String(answer.status));
}

function ask(pass) {
  const form = part("ask").querySelector("form");
  const says = form.querySelector("[data-status]");
  const problem = part("ask").querySelector("[data-problem]");
  const tell = (words) => {
    says.textContent = "";
    problem.querySelector("p").textContent = words;
    problem.hidden = false;
    problem.focus();
  };
  for (const place of form.querySelectorAll("[data-colleagues]")) colleagues.show(campaign, place);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answers = answersOf(form);
    const text = padded({ answers });
    if (!Object.values(answers).some((given) => given.length)) return tell(says.dataset.nothing);
    if (!text) return tell(says.dataset.long);
    problem.hidden = true;
    says.textContent = says.dataset.sending;
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      const box = sodium.crypto_box_seal(text, fromBase64(page.dataset.boxKey));
      const { refused, message } = await send(pass, box);
      if (refused && refused !== "AlreadySpent") return tell(message);
      localStorage.removeItem(campaign);
      colleagues.forget(campaign);
      form.reset();
      show(refused ? "spent" : "sent");
      scrollTo(0, 0);
      document.querySelector("main").focus(); // a screen reader reads on from here
    } catch { tell(says.dataset.offline); } finally { button.disabled = false; }
  });
  show("ask");
}

const pass = takePass();
if ("isOver" in page.dataset) {
  localStorage.removeItem(campaign);
  colleagues.forget(campaign);
}
if (part("ask")) {
  if (!pass) show("missing");
  else {
    try { await sodium.ready; ask(pass); } catch { show("broken"); }
  }
}
