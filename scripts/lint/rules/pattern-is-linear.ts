import { defineRule } from '../rule.js';

// Validators run patterns on what strangers send. One quantifier without an end, at the top level of a pattern tied to
// the start of the text, never backtracks more than the text is long; anything beyond that can, and is not needed here.
export const patternIsLinear = defineRule({
  id: 'pattern-is-linear',
  severity: 'error',
  on: 'schema',
  check({ pattern }, at) {
    if (typeof pattern !== 'string' || isLinear(pattern)) return;
    return {
      at: at.child('pattern'),
      message: `The pattern of \`${at.name}\` may take far longer than its text is long.`,
    };
  },
});

/** How many ways of reading a text are tried at most, for what has an end: `a?a?a?` has eight. */
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
