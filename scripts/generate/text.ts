// The only three ways from the text of a spec into source code. A spec is data: none of it may ever run.

// Reserved words, and the names of TypeScript's own types. Words like `get` and `type` are fine as identifiers.
const RESERVED = new Set(
  (
    'any arguments await bigint boolean break case catch class const constructor continue debugger default delete do else enum ' +
    'eval export extends false finally for function if implements import in instanceof interface let never new null number ' +
    'object package private protected public return static string super switch symbol this throw true try typeof ' +
    'undefined unknown var void while with yield'
  ).split(' '),
);

/** In bytes of UTF-8. */
const LONGEST_NAME = 180;

/**
 * Writes a string or a number as a TypeScript literal. U+2028 and U+2029 end a line in some readers, `</` ends a script element,
 * lone surrogates do not survive UTF-8: all are written as escapes.
 */
export function literal(value: string | number): string {
  const json = JSON.stringify(value).replace(/[\u2028\u2029]|<\/|\p{Surrogate}/gu, escapeUnits);
  if (typeof value === 'number') return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Writes a property name: bare where it is a plain identifier, else quoted; `__proto__` computed, or it would set a prototype. */
export function propertyName(name: string): string {
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}

/**
 * Makes text safe inside a block comment: no end of comment, no control, bidirectional or line-ending characters except
 * `\n`. The result has no delimiters of its own.
 */
export function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, (character) => (character === '\n' ? '\n' : ''))
    .replaceAll('*/', '*\\/')
    .trim();
}

/** Writes a JSDoc block at the given indentation. Empty text gives nothing. */
export function docComment(text: string, indent = ''): string {
  const lines = commentText(text).split('\n');
  if (lines.length === 1 && lines[0] === '') return '';
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  const body = lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n');
  return `${indent}/**\n${body}\n${indent} */\n`;
}

/** Turns text into a PascalCase identifier: `pay_method` → `PayMethod`. Letters of any script are kept. */
export function pascalCase(text: string): string {
  const joined = words(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return validIdentifier(joined);
}

/** Turns text into a camelCase identifier: `billing-keys` → `billingKeys`. */
export function camelCase(text: string): string {
  const pascal = words(text)
    .map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join('');
  return validIdentifier(pascal);
}

/** Turns text into the name of a method: `billing-keys` → `billingKeys`. Unlike a variable it may be a reserved word, but not `constructor`. */
export function methodName(text: string): string {
  const name = camelCase(text);
  const isOnlyReserved = name.startsWith('_') && RESERVED.has(name.slice(1)) && name !== '_constructor';
  return isOnlyReserved ? name.slice(1) : name;
}

/** Turns a PascalCase name into the name of its list: `PayMethod` → `PAY_METHODS`. */
export function listName(name: string): string {
  const upper = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .toUpperCase();
  if (/[^AEIOU]Y$/.test(upper)) return `${upper.slice(0, -1)}IES`;
  return /(S|X|CH|SH)$/.test(upper) ? `${upper}ES` : `${upper}S`;
}

/** A source of identifiers that never gives the same one twice; case is ignored, because file systems may. */
export function createNamer(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let name = wanted;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}_${count}`;
    taken.add(name.toLowerCase());
    return name;
  };
}

function words(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}$]+/gu) ?? [];
}

function validIdentifier(text: string): string {
  const cleaned = text.replace(/[^\p{ID_Continue}$]/gu, '');
  const short = shorten(cleaned);
  if (short === '') return '_';
  return /^[\p{ID_Start}$]/u.test(short) && !RESERVED.has(short) ? short : `_${short}`;
}

/** Names become names of files, of which most file systems take 255 bytes; a suffix must still fit. */
function shorten(name: string): string {
  let end = name.length;
  while (Buffer.byteLength(name.slice(0, end)) > LONGEST_NAME) end -= 1;
  return name.slice(0, end).replace(/\p{Surrogate}$/u, '');
}

function escapeUnits(text: string): string {
  if (text === '</') return '<\\/';
  return Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
