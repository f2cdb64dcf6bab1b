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
    key = key.split(sounds[rank]).join(sounds[rank + 1]);
  }
  return key.replace(/(\D)\1+/g, "$1").replace(/d$/, "t");
}

/**
 * Slips of the finger between two words (optimal string alignment); more than `most` when there are more.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 * @returns {number}
 */
export function distanceOf(one, other, most) {
  if (Math.abs(one.length - other.length) > most) {
    return most + 1;
  }
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1;
      let steps = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + differs);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        steps = Math.min(steps, before[column - 2] + 1);
      }
      line[column] = steps;
      least = Math.min(least, steps);
    }
    if (least > most) {
      return most + 1;
    }
    before = above;
    above = line;
  }
  return above[other.length];
}
