"use strict";
// Accounts: the drawing of chains follows the direction of the language; columns of one origin fold; a cell of the table
// opens its words and those that contradict it beside each other, beneath the table.
(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const root = document.documentElement;

  // ── the drawing is laid out from the right; in English everything in it changes sides ──────────────────────────
  let mirrored = false;
  const mirror = () => {
    const wanted = root.dir !== "rtl";
    if (wanted === mirrored) return;
    mirrored = wanted;
    for (const el of all(".web > foreignObject, .web > svg")) {
      const side = (name) => parseFloat(el.getAttribute(name));
      el.setAttribute("x", `${(100 - side("x") - side("width")).toFixed(2)}%`);
    }
    for (const path of all(".web > svg > path")) path.setAttribute("transform", mirrored ? "scale(-1 1) translate(-100 0)" : "");
  };
  mirror();
  new MutationObserver(mirror).observe(root, { attributes: true, attributeFilter: ["dir"] });

  // ── many witnesses: one column for those of one origin ────────────────────────────────────────────────────────
  const fold = (table, group, folded) => {
    for (const cell of all(`[data-g="${group}"]`, table)) cell.hidden = cell.classList.contains("whole") ? !folded : folded;
  };
  for (const table of all(".matrix")) {
    for (const head of all("th.whole", table)) fold(table, head.dataset.g, true);
    for (const button of all(".fold", table)) { button.hidden = false; button.setAttribute("aria-expanded", String(!button.closest(".whole"))); }
  }

  // ── a cell opens its words ────────────────────────────────────────────────────────────────────────────────────
  const close = (box) => {
    for (const cell of all(".cell[aria-expanded=true]", box.parentNode)) cell.setAttribute("aria-expanded", "false");
    box.hidden = true;
  };
  const open = (cell) => {
    const box = cell.closest(".scroll").nextElementSibling, was = cell.getAttribute("aria-expanded") === "true";
    close(box);
    if (was) return;
    const side = document.createElement("div");
    side.className = "beside";
    const ids = [cell.dataset.against, cell.getAttribute("href").slice(1)].filter(Boolean);
    for (const id of ids) side.append(document.getElementById(id).firstElementChild.cloneNode(true));
    box.replaceChildren(side);
    box.hidden = false;
    cell.setAttribute("aria-expanded", "true");
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  };
  for (const cell of all(".cell")) { cell.setAttribute("role", "button"); cell.setAttribute("aria-expanded", "false"); }
  document.addEventListener("click", (event) => {
    const cell = event.target.closest(".cell"), button = event.target.closest(".matrix .fold");
    if (cell) { event.preventDefault(); open(cell); }
    if (!button) return;
    const head = button.closest("th"), table = head.closest("table"), folded = head.classList.contains("part");
    fold(table, head.dataset.g, folded);
    const other = table.querySelector(`th.${folded ? "whole" : "part"}[data-g="${head.dataset.g}"] .fold`);
    if (other) other.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.matches(".cell")) { event.preventDefault(); open(event.target); return; }
    const box = event.key === "Escape" && event.target.closest(".versus");
    if (!box) return;
    const cell = box.parentNode.querySelector(".cell[aria-expanded=true]");
    close(box);
    if (cell) cell.focus();
  });
})();
