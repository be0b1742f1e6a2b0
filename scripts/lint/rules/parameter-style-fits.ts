import { isObject, typesOf } from '../../json/schema.js';
import { defineRule } from '../rule.js';

/** The styles that each parameter location allows. */
const STYLES: Readonly<Record<string, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** Styles for some values only: the types they can serialise, and the one `explode` that is defined. */
const NARROW: Readonly<Record<string, { readonly types: readonly string[]; readonly explode: boolean }>> = {
  spaceDelimited: { types: ['array', 'object'], explode: false },
  pipeDelimited: { types: ['array', 'object'], explode: false },
  deepObject: { types: ['object'], explode: true },
};

// https://spec.openapis.org/oas/v3.1.1.html#style-examples: the cells that say "n/a".
export const parameterStyleFits = defineRule('parameter-style-fits', {
  on: 'parameter',
  set: 'structure',
  check(parameter, at) {
    const { in: place, style, explode } = parameter;
    if (style === undefined) return;
    const known = STYLES[place] ?? [];
    if (!known.includes(style)) {
      return { at: at.child('style'), values: { problem: 'location', style, location: place, usable: known } };
    }
    const narrow = NARROW[style];
    if (narrow === undefined) return;
    if (explode !== undefined && explode !== narrow.explode)
      return { at: at.child('explode'), values: { problem: 'explode', style, explode: narrow.explode } };
    const schema = at.resolve(parameter.schema)?.node;
    const types = isObject(schema) ? typesOf(schema) : [];
    if (types.length === 0 || types.some((type) => narrow.types.includes(type))) return;
    return { at: at.child('style'), values: { problem: 'type', style, usable: narrow.types, types } };
  },
});
