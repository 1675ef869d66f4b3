// Puts names in the place of letters, in this window only. Nothing is sent and nothing is stored: the fields have no
// name, stand in no form, and are empty whenever the page is loaded.
const panel = document.querySelector("[data-names]");

for (const words of document.querySelectorAll("[data-say]")) {
  words.replaceChildren(
    ...words.textContent.split(/(\[name\])/).map((part) => {
      if (part !== "[name]") return part;
      const place = document.createElement("span");
      place.dataset.letter = "name";
      place.textContent = part;
      return place;
    }),
  );
}

const places = [...document.querySelectorAll("[data-letter]")].map((place) => [place, place.textContent]);

function put(letter, name) {
  for (const [place, before] of places) {
    if (place.dataset.letter === letter) place.textContent = name.trim() || before;
  }
  for (const mark of document.querySelectorAll("a.mark")) {
    const moment = document.querySelector(mark.getAttribute("href"));
    const sentence = `${moment.querySelector(".time").textContent}: ${moment.querySelector(".what > p").textContent}`;
    mark.setAttribute("aria-label", sentence);
    mark.querySelector("title").textContent = sentence;
  }
}

if (panel && places.length) {
  panel.hidden = false;
  for (const field of panel.querySelectorAll("input")) {
    field.value = "";
    field.addEventListener("input", () => put(field.dataset.for, field.value));
  }
}

// Keeping a moment loads no page, or the names would be gone.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form.keep");
  if (!form) return;
  event.preventDefault();
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
  if (answer.type === "opaqueredirect" || answer.ok) {
    const done = document.createElement("p");
    done.className = "who-sees";
    done.setAttribute("role", "status");
    done.textContent = form.dataset.kept;
    form.replaceChildren(done);
  }
});
