import type { RequestTexts } from './request-rules.js';

const KINDS: Readonly<Record<string, string>> = {
  s: 'a string',
  n: 'a number',
  i: 'a whole number',
  b: 'a boolean',
  o: 'an object',
  a: 'an array',
  '0': 'null',
  x: 'something else',
};

/** Messages about types and names, in English. */
export const ENGLISH: Omit<RequestTexts, 'rules'> = {
  type: ({ name, want, got, write }) => {
    const wanted = Array.from(want, (letter) => KINDS[letter]).join(' or ');
    const advice =
      write !== undefined ? `: write ${String(write)}` : want === 's' && /[in]/.test(got) ? `: use String(…)` : '';
    return `${name || 'The request'} must be ${wanted}, not ${KINDS[got] ?? 'something else'}${advice}.`;
  },
  required: (name) => `${name} is required.`,
  form: (name) => `${name} has an invalid format.`,
  least: (name, least) => `${name} must be at least ${least}.`,
  unknownName: (name, other) =>
    other === undefined
      ? `${name} is an unknown parameter.`
      : other === ''
        ? `${name} is not a V1 parameter; remove it.`
        : `${name} is an unknown parameter; did you mean ${other}?`,
  unknownValue: (name) => `${name} has an unknown value.`,
};
