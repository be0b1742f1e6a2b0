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

/** Sentences about types and names, in English. */
export const ENGLISH: Omit<RequestTexts, 'rules'> = {
  type: ({ name, want, got, write }) => {
    const wanted = Array.from(want, (letter) => KINDS[letter]).join(' or ');
    const advice =
      write !== undefined ? `: write ${String(write)}` : want === 's' && /[in]/.test(got) ? `: use String(…)` : '';
    return `${name || 'The request'} must be ${wanted}, not ${KINDS[got] ?? 'something else'}${advice}.`;
  },
  required: (name) => `${name} is required.`,
  form: (name) => `${name} does not have the right form.`,
  least: (name, least) => `${name} must be at least ${least}.`,
  unknownName: (name, other) =>
    other === undefined
      ? `${name} is not a known parameter.`
      : other === ''
        ? `${name} is not a parameter of V1: leave it out.`
        : `${name} is not a known parameter; did you mean ${other}?`,
  unknownValue: (name) => `${name} has a value that is not known.`,
};
