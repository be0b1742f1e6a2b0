import { isObject } from '../json/schema.js';

// The only three ways from the text of a spec into source code. A spec is data: none of it may ever run.

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

function escapeUnits(text: string): string {
  if (text === '</') return '<\\/';
  return Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

/** Writes a JSON value as a TypeScript expression on one line. */
export function valueCode(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return literal(value);
  if (Array.isArray(value)) return `[${value.map(valueCode).join(', ')}]`;
  if (!isObject(value)) return String(value);
  const members = Object.entries(value).map(([key, member]) => `${propertyName(key)}: ${valueCode(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
