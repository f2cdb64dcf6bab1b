// Words by ear, as src/search/sound.rs hears them. The list of sounds comes with the index.

/**
 * How a folded word sounds, written one way.
 * @param {string} word
 * @param {string[]} sounds spelling, sound, spelling, sound …
 * @returns {string}
 */
export function soundOf(word, sounds) {
  let key = word.replace(/^ps/, "s");
  for (let rank = 0; rank < sounds.length; rank += 2) {
    if (key.includes(sounds[rank])) {
      key = key.split(sounds[rank]).join(sounds[rank + 1]);
    }
  }
  return key.replace(/(\D)\1+/g, "$1").replace(/d$/, "t");
}

/** Lines of the table of steps: the one being made, the one above it, the one above that. */
let lines = [0, 1, 2].map(() => new Uint16Array(64));

/**
 * Slips of the finger between two words (optimal string alignment); more than `most` when there are more.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 * @returns {number}
 */
export function distanceOf(one, other, most) {
  const width = other.length;
  if (Math.abs(one.length - width) > most) {
    return most + 1;
  }
  if (width >= lines[0].length) {
    lines = lines.map(() => new Uint16Array(width * 2));
  }
  let [line, above, before] = lines;
  for (let column = 0; column <= width; column += 1) {
    above[column] = column;
  }
  for (let row = 1; row <= one.length; row += 1) {
    const letter = one.charCodeAt(row - 1);
    // What lies further from the diagonal takes more steps than that.
    const from = Math.max(1, row - most);
    const to = Math.min(width, row + most);
    line[from - 1] = from === 1 ? row : most + 1;
    let least = line[from - 1];
    for (let column = from; column <= to; column += 1) {
      const same = letter === other.charCodeAt(column - 1);
      let steps = above[column - 1] + (same ? 0 : 1);
      steps = Math.min(steps, line[column - 1] + 1, above[column] + 1);
      if (row > 1 && column > 1 && letter === other.charCodeAt(column - 2) && one.charCodeAt(row - 2) === other.charCodeAt(column - 1)) {
        steps = Math.min(steps, before[column - 2] + 1);
      }
      line[column] = steps;
      least = Math.min(least, steps);
    }
    if (to < width) {
      line[to + 1] = most + 1;
    }
    if (least > most) {
      return most + 1;
    }
    [line, above, before] = [before, line, above];
  }
  return above[width];
}
