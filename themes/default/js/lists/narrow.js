/** Leaves in a list the names that hold what somebody types, without regard to case and marks. */

/** @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {HTMLElement} box */
export function narrowByName(box) {
  const input = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const lists = [...document.querySelectorAll("[data-names]")];
  const items = lists.flatMap((list) => [...list.children]).map((item) => ({ item, name: plain(item.querySelector("a, dt").textContent) }));

  function narrow() {
    const typed = plain(input.value).split(/\s+/).filter(Boolean);
    let number = 0;
    for (const { item, name } of items) {
      item.hidden = !typed.every((part) => name.includes(part));
      number += item.hidden ? 0 : 1;
    }
    for (const list of lists) {
      const section = list.closest(".letter");
      if (section) {
        section.hidden = [...list.children].every((item) => item.hidden);
      }
    }
    const words = number === 0 ? box.dataset.none : number === 1 ? box.dataset.one : box.dataset.other;
    status.textContent = typed.length ? words.replace("{number}", String(number)) : "";
  }

  input.addEventListener("input", narrow);
  narrow();
}
