import { endOfString } from './json-tree.js';

// jsonc-parser and every walk through a value recurse once per level; at Node's own stack it takes 5,500.
const MOST_LEVELS = 5_100;

// yaml overflows Node's stack somewhere above 600 levels, and ends the whole process when that happens in a regex.
const MOST_YAML_LEVELS = 500;

const [QUOTE, NEWLINE] = [0x22, 0x0a];

/** Where a JSON text nests deeper than is safe to look into; undefined when it nowhere does. */
export function tooDeepInJson(text: string): number | undefined {
  if (text.length <= 2 * MOST_LEVELS) return undefined;
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === QUOTE) offset = endOfString(text, offset) - 1;
    else if (isOpening(code) && ++depth > MOST_LEVELS) return offset;
    else if (isClosing(code)) depth -= 1;
  }
  return undefined;
}

/** The same of a YAML text. Brackets inside text count too: what is refused is never too little. */
export function tooDeepInYaml(text: string): number | undefined {
  if (text.length <= MOST_YAML_LEVELS) return undefined;
  let [depth, indentation, isIndentation] = [0, 0, true];
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === NEWLINE) [indentation, isIndentation] = [0, true];
    else if (isIndentation && isIndentationMark(code)) indentation += 1;
    else isIndentation = false;
    if (isOpening(code)) depth += 1;
    else if (isClosing(code)) depth = Math.max(0, depth - 1);
    // A level of indentation takes two characters at most wherever people or programs write it this deep.
    if (depth > MOST_YAML_LEVELS || indentation > 2 * MOST_YAML_LEVELS) return offset;
  }
  return undefined;
}

// `[` and `{` differ in one bit, as do `]` and `}`.
function isOpening(code: number): boolean {
  return (code | 0x20) === 0x7b;
}

function isClosing(code: number): boolean {
  return (code | 0x20) === 0x7d;
}

/** Space, tab, `-` and `?`: what opens levels at the beginning of a line. */
function isIndentationMark(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x2d || code === 0x3f;
}
