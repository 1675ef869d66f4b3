// Fetches this person's passes while they are given out, whether or not they will be used: so a pass says nothing. The
// server signs each without seeing it (RFC 9474), and the pass stays in this browser until the last day.
import { fromBase64, toBase64 } from "./bytes.js";
import { SHELF, shelf } from "./shelf.js";

const ALGORITHM = { name: "RSA-PSS", hash: "SHA-384" };

function keep(mark, pass) {
  localStorage.setItem(SHELF, JSON.stringify({ ...shelf(), [mark]: pass }));
}

function forgetOld() {
  const left = Object.entries(shelf()).filter(([, pass]) => pass.until * 1000 > Date.now());
  if (left.length) localStorage.setItem(SHELF, JSON.stringify(Object.fromEntries(left)));
  else localStorage.removeItem(SHELF);
}

// Loaded only where there is a pass to fetch: on most days there is none.
async function blindSignatures() {
  const { BlindRSA, PrepareType } = await import("./vendor/blindrsa/blindrsa.js");
  return new BlindRSA({ ...ALGORITHM, name: "RSABSSA-SHA384-PSS-Randomized", saltLength: 48, prepareType: PrepareType.Randomized });
}

async function begun(wanted, key, variant) {
  const prepared = variant.prepare(crypto.getRandomValues(new Uint8Array(32)));
  const { blindedMsg, inv } = await variant.blind(key, prepared);
  const { label, until } = wanted;
  return { label, until, prepared: toBase64(prepared), blinded: toBase64(blindedMsg), inverse: toBase64(inv) };
}

async function signed(address, blinded) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const answer = await fetch(address, { method: "POST", headers: { "X-CSRFToken": token }, body: new URLSearchParams({ bytes: blinded }) });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).signature;
}

async function fetchOne(wanted, address) {
  let pass = shelf()[wanted.mark];
  if (pass?.signature || (!pass && wanted.isIssued)) return;
  const variant = await blindSignatures();
  const key = await crypto.subtle.importKey("spki", fromBase64(wanted.key), ALGORITHM, true, ["verify"]);
  if (!pass) {
    pass = await begun(wanted, key, variant);
    keep(wanted.mark, pass); // before it is sent: should the answer be lost, the same is asked for again
  }
  const { label, until, prepared, blinded, inverse } = pass;
  const signature = await variant.finalize(key, fromBase64(prepared), fromBase64(await signed(address, blinded)), fromBase64(inverse));
  keep(wanted.mark, { label, until, prepared, signature: toBase64(signature) });
}

async function fetchAll() {
  forgetOld();
  const answer = await fetch("/voice/passes/to-fetch/");
  if (!answer.ok) return;
  for (const wanted of (await answer.json()).passes) await fetchOne(wanted, `/voice/passes/${wanted.campaign}/`);
}

// One page at a time, so that two open ones do not fetch two.
export const fetched = navigator.locks ? navigator.locks.request(SHELF, fetchAll).then(() => true, () => false) : Promise.resolve(false);
