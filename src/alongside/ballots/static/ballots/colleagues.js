// The list of colleagues that somebody wants to name. It is in this tab alone, until it is sent or the tab is closed.
// It comes piece by piece behind the # of the address, from the page of each colleague.

const shelf = (campaign) => `colleagues ${campaign}`;
const read = (campaign) => JSON.parse(sessionStorage.getItem(shelf(campaign))) ?? [];
const write = (campaign, list) => sessionStorage.setItem(shelf(campaign), JSON.stringify(list));

export const forget = (campaign) => sessionStorage.removeItem(shelf(campaign));

let isStrange = false;

// A link that somebody else has made, without this pass, puts nobody on the list: so nobody can ask by a link.
export function add(campaign, { person, name }, isOurs) {
  const list = read(campaign);
  isStrange = !isOurs;
  if (isStrange) return;
  if (list.some((one) => one.person === person)) return;
  write(campaign, [...list, { person, name: String(name ?? "").slice(0, 200), kinds: [] }]);
}

function draw(campaign, place) {
  const list = read(campaign);
  const slots = [...place.querySelectorAll("[data-colleague]")];
  place.querySelector("[data-nobody]").hidden = list.length > 0;
  for (const [at, slot] of slots.entries()) {
    const one = list[at];
    slot.hidden = !one;
    if (!one) continue;
    slot.querySelector("legend bdi").textContent = slot.querySelector("[data-name]").textContent = one.name;
    for (const box of slot.querySelectorAll("input[type=checkbox]")) box.checked = one.kinds.includes(box.value);
  }
}

export function show(campaign, place) {
  const most = place.querySelectorAll("[data-colleague]").length;
  const list = read(campaign);
  place.querySelector("[data-strange]").hidden = !isStrange;
  place.querySelector("[data-full]").hidden = list.length <= most;
  write(campaign, list.slice(0, most));
  for (const [at, slot] of [...place.querySelectorAll("[data-colleague]")].entries()) {
    slot.querySelector("[data-address]").remove();
    for (const part of slot.querySelectorAll("[data-name], [data-away]")) part.hidden = false;
    slot.addEventListener("change", () => {
      const list = read(campaign);
      list[at].kinds = [...slot.querySelectorAll("input:checked")].map((box) => box.value);
      write(campaign, list);
    });
    slot.querySelector("[data-away] button").addEventListener("click", () => {
      write(campaign, read(campaign).filter((_, other) => other !== at));
      draw(campaign, place);
      place.closest("form").querySelector("[type=submit]").focus();
    });
  }
  draw(campaign, place);
}

// Whoever is on the list without a tick has nothing said of them, and is not sent.
export const answers = (campaign) => read(campaign).filter((one) => one.kinds.length).map(({ person, kinds }) => ({ person, kinds }));
