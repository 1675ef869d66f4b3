// A trustee's key. It is made here, is kept in a file of theirs, and never leaves this browser: nor does the file.
import sodium from "./vendor/libsodium/libsodium-wrappers.mjs";
import { fromBase64, toBase64 } from "./bytes.js";

const KIND = "Alongside: the key of a trustee. Keep it to yourself.";
const page = document.querySelector("[data-trustee]");
const says = page.querySelector("[data-status]");
const part = (name) => page.querySelector(`[data-${name}]`);
const say = (name) => { says.textContent = name ? says.dataset[name] : ""; };

function download(words, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([words], { type: "application/json" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function makeFile() {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  const file = { what: KIND, campaign: page.dataset.trustee, public: toBase64(publicKey), private: toBase64(privateKey) };
  download(`${JSON.stringify(file, null, 2)}\n`, `alongside-key-${page.dataset.trustee.slice(0, 8)}.json`);
  part("pick").hidden = false;
  say("made");
}

async function keysIn(file) {
  const { campaign, private: secret } = JSON.parse(await file.text());
  if (campaign !== page.dataset.trustee) throw new Error("a file for other questions");
  const privateKey = fromBase64(secret);
  return { privateKey, publicKey: sodium.crypto_scalarmult_base(privateKey) };
}

async function handIn(address, bytes) {
  const token = page.querySelector("[name=csrfmiddlewaretoken]").value;
  const answer = await fetch(address, { method: "POST", headers: { "X-CSRFToken": token }, body: new URLSearchParams({ bytes: toBase64(bytes) }) });
  if (answer.ok) return "";
  if (answer.status === 422) return (await answer.json()).message;
  throw new Error(String(answer.status));
}

function opened({ publicKey, privateKey }) {
  try { return sodium.crypto_box_seal_open(fromBase64(page.dataset.locked), publicKey, privateKey); } catch { return null; }
}

part("pick").addEventListener("submit", async (event) => {
  event.preventDefault();
  const [file] = part("pick").querySelector("input[type=file]").files;
  if (!file) return say("none");
  let keys;
  try { keys = await keysIn(file); } catch { return say("other"); }
  const bytes = page.dataset.locked ? opened(keys) : keys.publicKey;
  if (!bytes) return say("other");
  say("sending");
  try {
    const refusal = await handIn(page.dataset.send, bytes);
    if (refusal) says.textContent = refusal;
    else location.reload();
  } catch { say("offline"); }
});

await sodium.ready;
part("make")?.addEventListener("click", makeFile);
page.hidden = false;
