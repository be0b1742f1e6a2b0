import { CHARACTER_FUNCTIONS } from './character-functions.js';
import { FORMATS, formatFunction } from './format-table.js';
import { NETWORK_FUNCTIONS } from './network-functions.js';
import { REFERENCE_FUNCTIONS } from './reference-functions.js';
import { TIME_FUNCTIONS } from './time-functions.js';
import { VALUE_FUNCTIONS } from './value-functions.js';

/**
 * Plain JavaScript, each function reading its text once from left to right: no regular expression, so there is nothing to
 * backtrack, and no text is too long.
 */
const FUNCTIONS: Readonly<Record<string, string>> = {
  ...TIME_FUNCTIONS,
  ...NETWORK_FUNCTIONS,
  ...REFERENCE_FUNCTIONS,
  ...VALUE_FUNCTIONS,
  ...CHARACTER_FUNCTIONS,
};

/** `validators/formats.js`: the checks of these formats, with what they call and nothing else. */
export function formatsSource(formats: readonly string[]): string {
  const needed = new Set(formats.map(formatFunction));
  for (const name of needed)
    for (const [, called = ''] of (FUNCTIONS[name] ?? '').matchAll(/\b(\w+)\(/g))
      if (Object.hasOwn(FUNCTIONS, called)) needed.add(called);
  const sources = Object.entries(FUNCTIONS).filter(([name]) => needed.has(name));
  return sources.map(([, source]) => source.trim()).join('\n\n');
}

/** `validators/formats.d.ts` */
export function formatsTypes(formats: readonly string[]): string {
  const declarations = Object.entries(FORMATS).flatMap(([name, { type, en, example }]) =>
    formats.includes(name)
      ? [
          `/** Tells whether a ${type} is ${en}, such as \`${example}\`. */`,
          `export declare function ${formatFunction(name)}(value: ${type}): boolean;\n`,
        ]
      : [],
  );
  return declarations.join('\n');
}
