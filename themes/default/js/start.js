// Starts the search when somebody turns to it, or when the device has nothing else to do, so that reading costs nothing.

const form = document.querySelector("[data-search]");
let isAsked = false;

function load() {
  if (isAsked) {
    return;
  }
  isAsked = true;
  import("./search.js").catch(() => {
    form.querySelector("[data-failed]").hidden = false;
  });
}

for (const turn of ["focusin", "click", "submit"]) {
  form.addEventListener(turn, (event) => {
    if (turn === "click" && event.target.matches("[data-filters]")) {
      form.dataset.asked = "";
    }
    if (turn === "submit") {
      event.preventDefault();
    }
    load();
  });
}

const { connection } = navigator;
// The short list and the postcode go along from page to page; they are no search.
const isSearch = /[#&](?!lijst=|postcode=)\w+=/.test(location.hash);
if (isSearch || form.contains(document.activeElement)) {
  load();
} else if (connection && connection.effectiveType === "4g" && !connection.saveData) {
  requestIdleCallback(load);
}
