// Makes a table (`data-sortable`) one to work in: order by any column, rows that matter, and keys to walk and copy.

import { orderBy } from "./order.js";
import { filterRows } from "./filter.js";
import { walkRows } from "./walk.js";

const table = document.querySelector("table[data-sortable]");
orderBy(table);
filterRows(table);
walkRows(table);
