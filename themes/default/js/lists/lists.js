// What a visitor can do with a long list, beside reading it.

import { narrowByName } from "./narrow.js";
import { orderByTie } from "./ties.js";

const box = document.querySelector("[data-narrow]");
if (box) {
  narrowByName(box);
}

const order = document.querySelector("[data-ties]");
if (order) {
  orderByTie(order);
}
