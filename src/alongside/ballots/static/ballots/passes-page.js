// Says of each pass whether it is in this browser, and makes the way to the questions. The server knows neither.
import { fetched } from "./passes.js";
import { shelf } from "./shelf.js";
import { toFragment } from "./bytes.js";

function show(place, pass, isFetched) {
  const has = pass?.signature ? "here" : "elsewhere";
  const state = has === "elsewhere" && "canFetch" in place.dataset && !isFetched ? "failed" : has;
  for (const part of place.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== state;
  const way = place.querySelector("a[data-way]");
  if (!way || !pass?.signature) return;
  const { label, prepared, signature } = pass;
  way.href += `#${toFragment({ label, prepared, signature })}`;
}

const isFetched = await fetched;
for (const place of document.querySelectorAll("[data-mark]")) show(place, shelf()[place.dataset.mark], isFetched);
