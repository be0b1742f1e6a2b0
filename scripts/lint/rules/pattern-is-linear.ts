import { patternsOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// Validators run patterns on untrusted input. A single unbounded quantifier at the top level of an anchored pattern
// backtracks at most as many steps as the input has characters. Anything more can be exponential and is not needed.
export const patternIsLinear = defineRule('pattern-is-linear', {
  on: 'schema',
  set: 'recommended',
  check(schema, at) {
    // Property names are untrusted input too.
    return patternsOf(schema, at)
      .filter(({ pattern }) => !isLinear(pattern))
      .map(({ at: place }) => ({ at: place, values: { name: at.name } }));
  },
});

/** The most ways to match bounded quantifiers: `a?a?a?` has eight. */
const MOST_CHOICES = 10_000;

function choicesIn(bare: string): number {
  const plain = bare.replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(');
  const optional = plain.match(/\?|\|/g) ?? [];
  const ranges = [...plain.matchAll(/\{(\d+),(\d+)\}/g)].map(([, least, most]) => Number(most) - Number(least) + 1);
  return ranges.reduce((product, range) => product * range, 2 ** optional.length);
}

function isLinear(pattern: string): boolean {
  if (/\\([1-9]|k<)/.test(pattern)) return false;
  const bare = pattern.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (choicesIn(bare) > MOST_CHOICES) return false;
  const endless = bare.match(/[*+]|\{\d+,\}/g) ?? [];
  if (endless.length === 0) return !/\)\{/.test(bare);
  const isRepeatedGroup = /\)(?:[*+?]|\{)/.test(bare);
  return endless.length === 1 && bare.startsWith('^') && !isRepeatedGroup && !bare.includes('|');
}
