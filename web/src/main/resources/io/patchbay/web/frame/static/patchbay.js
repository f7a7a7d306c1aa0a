// Comfort only; every page works without it.
"use strict";

// Tick all rows at once, or with Shift all rows from the last one.
const allRows = document.querySelector("[data-tick-all]");
if (allRows) {
  const ticks = [...document.querySelectorAll("#patch-list tbody input[type=checkbox]")];
  let last = null;
  allRows.hidden = false;
  allRows.addEventListener("change", () => {
    ticks.forEach((tick) => (tick.checked = allRows.checked));
  });
  ticks.forEach((tick, row) =>
    tick.addEventListener("click", (event) => {
      if (event.shiftKey && last !== null) {
        ticks
          .slice(Math.min(row, last), Math.max(row, last))
          .forEach((between) => (between.checked = tick.checked));
      }
      last = row;
      allRows.checked = ticks.every((each) => each.checked);
    }),
  );
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = "copied";
    });
  }
}
