// The words and pieces that the page holds for the script, so that no language stands in it.

const templates = {};
document.querySelectorAll("template[data-part]").forEach((template) => {
  templates[template.dataset.part] = template.content;
});

/** Messages by key. */
const messages = {};
for (const { value, textContent } of templates.words.children) {
  messages[value] = textContent;
}

/**
 * A message, with values in the places of their names.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export const say = (key, values) => messages[key] && messages[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

/**
 * A message about a number of things.
 * @param {string} key
 * @param {number} number
 */
export const count = (key, number) =>
  say(`${key}-${number === 1 ? "one" : "other"}`, { number: String(number).replace(".", say("decimal-mark")) });

/** «1 november 2026» */
export const dateText = (date) => {
  const [year, month, day] = date.split("-");
  return say("date", { day: +day, month: say(`month-${+month}`), year });
};

/** What the page calls otherwise than the index, when it is in another language than the content. */
export const namesOf = () =>
  [...(templates.names ? templates.names.children : [])].map(({ value, firstChild, lastElementChild }) => ({
    path: value,
    title: firstChild.data,
    summary: lastElementChild ? lastElementChild.textContent : "",
  }));

/** Everything of a template. */
export const fragmentOf = (name) => document.importNode(templates[name], true);

/**
 * A piece of the page with its slots filled; a slot without anything to say is left out.
 * @param {string} name
 * @param {Record<string, string | (string | Node)[] | null>} [slots]
 * @returns {HTMLElement}
 */
export function piece(name, slots = {}) {
  const element = templates[name].firstElementChild.cloneNode(true);
  for (const slot of element.querySelectorAll("[data-slot]")) {
    const content = [slots[slot.dataset.slot] || []].flat();
    if (content.length) {
      slot.append(...content);
    } else {
      slot.remove();
    }
  }
  return element;
}

/** Whether a name stands before another in the language of the page. */
export const byName = new Intl.Collator(document.documentElement.lang).compare;
