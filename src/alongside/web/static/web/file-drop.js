// The file input works alone. With this, a file may also be dropped anywhere on the box around it.
document.addEventListener("dragover", (event) => {
  const box = event.target.closest?.("[data-file-drop]");
  if (!box) return;
  event.preventDefault();
  box.classList.add("over");
});

document.addEventListener("dragleave", (event) => {
  const box = event.target.closest?.("[data-file-drop]");
  if (box && !box.contains(event.relatedTarget)) box.classList.remove("over");
});

document.addEventListener("drop", (event) => {
  const box = event.target.closest?.("[data-file-drop]");
  if (!box) return;
  event.preventDefault();
  box.classList.remove("over");
  const input = box.querySelector("input[type=file]");
  if (!event.dataTransfer.files.length) return;
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
