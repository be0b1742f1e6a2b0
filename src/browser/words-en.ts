import type { RequestTexts } from './request-rules.js';

const KINDS: Readonly<Record<string, string>> = {
  s: 'a string',
  n: 'a number',
  i: 'a whole number',
  b: 'a boolean',
  o: 'an object',
  a: 'an array',
  '0': 'null',
};

function list(names: readonly string[], word: string): string {
  return names.join(', ').replace(/, ([^,]*)$/, ` ${word} $1`);
}

/** Messages about types, names and simple rules, in English. */
export const ENGLISH: Omit<RequestTexts, 'rules'> = {
  heading: (count, what) => `${count} error${count === 1 ? '' : 's'} in the ${what} request`,
  demand: ({ names, values, how, of, when, isError }) => {
    const limit = /[{}]/.test(how) ? `at ${how === '{' ? 'most' : 'least'} ` : '';
    const unit = of === 'l' ? ' characters' : of === 'b' ? ' bytes' : '';
    const verb = `${isError ? 'must' : 'should'}${how === '#' ? ' not' : ''} ${unit ? 'have' : 'be'} `;
    const need = isError ? `${names.length > 1 ? 'are' : 'is'} required` : 'should be given';
    const what = values.length > 0 ? verb + limit + list(values, 'or') + unit : how === '^' ? `${verb}left out` : need;
    const given = when?.values.length ? ` when ${list(when.names, 'and')} is ${list(when.values, 'or')}` : '';
    return `${list(names, 'and')} ${what}${when ? given || ` with ${list(when.names, 'and')}` : ''}.`;
  },
  type: ({ name, want, got, write }) => {
    const wanted = Array.from(want, (letter) => KINDS[letter]).join(' or ');
    const advice =
      write !== undefined ? `: write ${String(write)}` : want === 's' && /[in]/.test(got) ? `: use String(…)` : '';
    return `${name || 'The request'} must be ${wanted}, not ${KINDS[got] ?? 'something else'}${advice}.`;
  },
  required: ({ name }) => `${name} is required.`,
  form: ({ name }) => `${name} has an invalid format.`,
  least: ({ name, least }) => `${name} must be at least ${least}.`,
  'unknown-name': ({ name, other }) =>
    `${name} is an unknown parameter${other === undefined ? '.' : other === '' ? '; remove it.' : `; did you mean ${other}?`}`,
  'unknown-value': ({ name }) => `${name} has an unknown value.`,
};
