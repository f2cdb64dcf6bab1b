// The script of every page: what goes along from page to page, and the parts whose markup is on the page.

import { followLinks } from "./carried.js";

followLinks();
