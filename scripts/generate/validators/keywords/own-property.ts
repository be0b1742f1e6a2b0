import { _ } from 'ajv';
import { getProperty, type Code, type Name } from 'ajv/dist/compile/codegen/code.js';

/** What every object has without having been given it: `toString`, `constructor`, … */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * Whether the JSON text of schemas mentions a property that every object inherits. Only their validators look for own properties: it takes longer,
 * and for every other name it is the same.
 */
export function namesInherited(text: string): boolean {
  return NAMES.test(text);
}

const NAMES = new RegExp(`"(${[...INHERITED].join('|')})"`);

/** The value that an object has itself under a name, or undefined. */
export function ownProperty(data: Name, name: string): Code {
  const value = _`${data}${getProperty(name)}`;
  return INHERITED.has(name) ? _`(Object.hasOwn(${data}, ${name}) ? ${value} : undefined)` : value;
}
