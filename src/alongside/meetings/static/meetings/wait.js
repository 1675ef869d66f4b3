// Looks every two seconds whether there is more to show, for two minutes; the link on the page does the same by hand.
const stage = document.querySelector("[data-stage]");
let left = 60;

async function look() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.querySelector("[data-stage]")?.dataset.stage !== stage.dataset.stage) location.reload();
  else if (--left) setTimeout(look, 2000);
}

if (stage) setTimeout(look, 2000);
