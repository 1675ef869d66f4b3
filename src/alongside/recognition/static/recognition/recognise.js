// Makes the way to say what a colleague did, if this browser has the pass for it. Whom it is about stands behind the #
// of the address, which no browser sends: neither this server nor the other learns it.
import { toFragment } from "../ballots/bytes.js";
import { shelf } from "../ballots/shelf.js";

for (const place of document.querySelectorAll("[data-recognise]")) {
  const pass = shelf()[place.dataset.mark];
  if (!pass?.signature) continue;
  const { label, prepared, signature } = pass;
  const { recognise: person, name } = place.dataset;
  place.querySelector("a").href += `#${toFragment({ label, prepared, signature, person, name })}`;
  place.hidden = false;
}
