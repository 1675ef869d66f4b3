// The browser's own player works alone, but is wider than a name. With this it becomes one round button.
function play(audio) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "play";
  button.setAttribute("aria-label", audio.getAttribute("aria-label"));
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", audio.dataset.icon);
  svg.append(use);
  button.append(svg);
  button.addEventListener("click", () => {
    audio.currentTime = 0;
    audio.play();
  });
  audio.hidden = true;
  audio.after(button);
}

function enhance(root) {
  for (const audio of root.querySelectorAll(".say-name audio:not([hidden])")) play(audio);
}

enhance(document);
document.addEventListener("htmx:load", (event) => enhance(event.detail.elt));
