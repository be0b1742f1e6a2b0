import { patternsOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// Validators run patterns on untrusted input. A single unbounded quantifier at the top level of an anchored pattern
// backtracks at most as many steps as the input has characters. Anything more can be exponential and is not needed.
export const patternIsLinear = defineRule({
  on: 'schema',
  set: 'recommended',
  title: { en: 'A pattern can take very long to match', ko: '정규식이 매우 오래 걸릴 수 있습니다' },
  cause: {
    en: 'Validators run patterns on untrusted input. A pattern that backtracks lets a single request block a server (ReDoS).',
    ko: '검증기는 외부에서 온 값에 정규식을 실행합니다. 역추적이 많은 정규식은 요청 하나로 서버를 붙잡아 둘 수 있습니다.',
  },
  fix: {
    en: 'Anchor it with `^`, use at most one unbounded quantifier, and limit the length with `maxLength`.',
    ko: '`^`로 시작을 고정하고, 끝없는 반복은 한 번만 쓰고, 길이는 `maxLength`로 제한하세요.',
  },
  check(schema, at) {
    // Property names are untrusted input too.
    return patternsOf(schema, at)
      .filter(({ pattern }) => !isLinear(pattern))
      .map(({ at: place }) => ({
        at: place,
        en: `The pattern of \`${at.name}\` can backtrack and take very long to match.`,
        ko: `\`${at.name}\`의 정규식은 텍스트 길이에 비해 훨씬 오래 걸릴 수 있습니다.`,
      }));
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
