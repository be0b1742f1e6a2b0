// East Asian wide and fullwidth blocks, and emoji: two cells each in a terminal.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}(?<![\u00a9\u00ae])|[\u{20000}-\u{3fffd}]/u;

/** How many cells of a terminal a text takes: carets under Korean text must not drift to the left. */
export function displayWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + cells(character), 0);
}

function cells(character: string): number {
  if (/\p{Mn}/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
