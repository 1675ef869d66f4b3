// Bytes as text: for what is sent, and for what comes after the # of an address.
export function toBase64(bytes) {
  let signs = "";
  for (const byte of bytes) signs += String.fromCharCode(byte);
  return btoa(signs);
}

export const fromBase64 = (words) => Uint8Array.from(atob(words), (sign) => sign.charCodeAt(0));
export const toFragment = (thing) => toBase64(new TextEncoder().encode(JSON.stringify(thing))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
export const fromFragment = (words) => JSON.parse(new TextDecoder().decode(fromBase64(words.replaceAll("-", "+").replaceAll("_", "/"))));
