// Starts the search when somebody turns to it, so that reading costs nothing.

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

// The short list and the postcode go along from page to page; they are no search.
const isSearch = /[#&](?!lijst=|postcode=)\w+=/.test(location.hash);
if (isSearch || form.contains(document.activeElement)) {
  load();
}
