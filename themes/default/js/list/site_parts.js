// What the script of every page knows of the short list: where it is kept, and how it changes.

/** @type {typeof import("../site/site.js")} */
export const site = await import("./site.js");
