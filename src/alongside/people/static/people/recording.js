// Without this, a file with a recording can be sent. With it, people record themselves, listen, and only then keep it.
const LONGEST = 8000;

function button(label, icon) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  if (icon) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", icon);
    svg.append(use);
    made.append(svg);
  }
  const words = document.createElement("span");
  words.textContent = label;
  made.append(words);
  return made;
}

async function capture(stream, whenStarted) {
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 48000 });
  const pieces = [];
  recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
  const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve));
  recorder.start();
  const stop = () => recorder.state === "recording" && recorder.stop();
  const timer = setTimeout(stop, LONGEST);
  whenStarted(stop);
  await ended;
  clearTimeout(timer);
  for (const track of stream.getTracks()) track.stop();
  return new Blob(pieces, { type: recorder.mimeType });
}

function offerToRecord(form) {
  const words = form.dataset;
  const input = form.querySelector("input[type=file]");
  const fields = form.querySelector(".fields");
  const send = form.querySelector("button");
  const start = button(words.record, words.icon);
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const heard = document.createElement("audio");
  heard.controls = true;
  heard.hidden = true;
  const byFile = document.createElement("details");
  byFile.className = "more";
  byFile.innerHTML = "<summary></summary>";
  byFile.firstChild.textContent = words.file;
  byFile.append(fields);
  form.prepend(start, status, heard);
  send.before(byFile);
  send.hidden = !form.querySelector(".wrong");
  byFile.open = !send.hidden;
  byFile.addEventListener("toggle", () => (send.hidden = !byFile.open && !input.files.length));

  let stop = null;
  start.addEventListener("click", async () => {
    if (stop) return stop();
    const label = start.querySelector("span");
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      status.textContent = words.refused;
      byFile.open = true;
      return;
    }
    heard.hidden = true;
    status.textContent = words.listening;
    label.textContent = words.stop;
    const sound = await capture(stream, (stopper) => (stop = stopper));
    stop = null;
    label.textContent = words.again;
    status.textContent = words.listen;
    URL.revokeObjectURL(heard.src);
    heard.src = URL.createObjectURL(sound);
    heard.hidden = false;
    const chosen = new DataTransfer();
    chosen.items.add(new File([sound], "recording", { type: sound.type }));
    input.files = chosen.files;
    send.hidden = false;
    send.classList.add("primary");
  });
}

if (navigator.mediaDevices && window.MediaRecorder) {
  for (const form of document.querySelectorAll("form[data-recorder]")) offerToRecord(form);
}
