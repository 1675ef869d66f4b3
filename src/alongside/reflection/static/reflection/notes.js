// Notes are encrypted here. The passphrase, the recovery code and the key stay in this page's memory and go nowhere.
const ROUNDS = 600_000;
const STEP = 512; // notes are padded, so that their length tells little
const text = new TextEncoder();
const page = document.querySelector("[data-notes]");
const part = (name) => page.querySelector(`[data-${name}]`);
const says = part("status");

const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (words) => Uint8Array.from(atob(words), (sign) => sign.charCodeAt(0));
const pack = (...pieces) => pieces.map(toBase64).join(".");
const unpack = (packed) => packed.split(".").map(fromBase64);

async function keyFrom(secret, salt) {
  const raw = await crypto.subtle.importKey("raw", text.encode(secret.normalize("NFKC").trim()), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
}

async function wrap(key, secret) {
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const wrapped = await crypto.subtle.wrapKey("raw", key, await keyFrom(secret, salt), { name: "AES-GCM", iv });
  return pack(salt, iv, new Uint8Array(wrapped));
}

async function unwrap(packed, secret) {
  const [salt, iv, wrapped] = unpack(packed);
  const by = await keyFrom(secret, salt);
  return crypto.subtle.unwrapKey("raw", wrapped, by, { name: "AES-GCM", iv }, "AES-GCM", true, ["encrypt", "decrypt"]);
}

async function seal(key, note) {
  const plain = text.encode(JSON.stringify(note));
  const padded = new Uint8Array(Math.ceil((plain.length + 1) / STEP) * STEP).fill(0x20); // spaces after JSON mean nothing
  padded.set(plain);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return pack(iv, new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, padded)));
}

async function open(key, sealed) {
  const [iv, hidden] = unpack(sealed);
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, hidden);
  return JSON.parse(new TextDecoder().decode(plain));
}

async function send(address, fields = {}) {
  const token = page.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = new URLSearchParams(fields);
  const answer = await fetch(address, { method: "POST", headers: { "X-CSRFToken": token }, body });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

const say = (name) => { says.textContent = name ? says.dataset[name] : ""; };
const show = (name) => { for (const one of ["begin", "code", "open", "book"]) part(one).hidden = one !== name; };

function recoveryCode() {
  const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // 32 signs that are not mixed up: 5 bits each, 130 bits in all
  const drawn = crypto.getRandomValues(new Uint8Array(26));
  return [...drawn].map((byte) => signs[byte % 32]).join("").replace(/(.{5})(?=.)/g, "$1-");
}

function line(uuid, note) {
  const row = document.createElement("li");
  const day = document.createElement("p");
  day.className = "soft";
  day.textContent = new Date(note.at).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  const words = document.createElement("p");
  words.textContent = note.text;
  words.dir = "auto";
  const away = document.createElement("button");
  away.className = "button quiet";
  away.textContent = part("list").dataset.delete;
  away.addEventListener("click", async () => {
    await send(`${location.pathname}${uuid}/delete/`);
    row.remove();
  });
  row.append(day, words, away);
  return row;
}

async function showBook(key) {
  const list = part("list");
  for (const { uuid, sealed } of JSON.parse(document.getElementById("sealed-notes").textContent)) {
    list.append(line(uuid, await open(key, sealed)));
  }
  part("write").addEventListener("submit", async (event) => {
    event.preventDefault();
    const field = part("write").querySelector("textarea");
    if (!field.value.trim()) return;
    const note = { at: new Date().toISOString(), text: field.value };
    try {
      const { uuid } = await send(page.dataset.keep, { sealed: await seal(key, note) });
      list.prepend(line(uuid, note));
      field.value = "";
      say("kept");
    } catch { say("failed"); }
  });
  show("book");
}

part("begin").addEventListener("submit", async (event) => {
  event.preventDefault();
  const secret = part("begin").querySelector("input").value;
  if (secret.trim().length < 12) { say("short"); return; }
  say("");
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
  const code = recoveryCode();
  try {
    const wrapped = { by_passphrase: await wrap(key, secret), by_recovery_code: await wrap(key, code.replaceAll("-", "")) };
    await send(page.dataset.keepKey, wrapped);
  } catch { say("failed"); return; }
  part("code-text").textContent = code;
  part("code-done").addEventListener("click", () => { part("code-text").textContent = ""; showBook(key); });
  show("code");
});

part("open").addEventListener("submit", async (event) => {
  event.preventDefault();
  const secret = part("open").querySelector("input").value;
  const ways = [[page.dataset.key, secret], [page.dataset.recovery, secret.toUpperCase().replace(/[^A-Z2-9]/g, "")]];
  for (const [packed, tried] of ways) {
    try { const key = await unwrap(packed, tried); say(""); await showBook(key); return; } catch { /* the other way */ }
  }
  say("wrong");
});

part("forget-all").addEventListener("click", async () => { await send(page.dataset.forget); location.reload(); });

page.hidden = false;
show(page.dataset.key ? "open" : "begin");
