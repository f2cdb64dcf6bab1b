// The short list and comparing: what a visitor chose, with what the pages of the providers say. Start at startShortlist()
// and startComparison().

import { startComparison } from "./comparison.js";
import { startShortlist } from "./shortlist.js";

if (document.querySelector("[data-shortlist]")) {
  startShortlist(document.querySelector("[data-shortlist]"));
}
if (document.querySelector("[data-comparison]")) {
  startComparison(document.querySelector("[data-comparison]"));
}
