import { defineRule } from '../rule.js';

// Validators run patterns on what strangers send. One quantifier without an end, at the top level of a pattern tied to
// the start of the text, never backtracks more than the text is long; anything beyond that can, and is not needed here.
export const patternIsLinear = defineRule({
  id: 'pattern-is-linear',
  severity: 'error',
  on: 'schema',
  set: 'any',
  title: { en: 'A pattern can be made to run for very long', ko: '정규식이 매우 오래 걸릴 수 있습니다' },
  cause: {
    en: 'Validators run patterns on what strangers send. A pattern that backtracks lets one request keep a server busy.',
    ko: '검증기는 외부에서 온 값에 정규식을 실행합니다. 역추적이 많은 정규식은 요청 하나로 서버를 붙잡아 둘 수 있습니다.',
  },
  fix: {
    en: 'Tie it to the start with `^`, repeat without an end only once, and bound the length with `maxLength`.',
    ko: '`^`로 시작을 고정하고, 끝없는 반복은 한 번만 쓰고, 길이는 `maxLength`로 제한하세요.',
  },
  check({ pattern, patternProperties }, at) {
    const message = {
      en: `The pattern of \`${at.name}\` may take far longer than its text is long.`,
      ko: `\`${at.name}\`의 정규식은 텍스트 길이에 비해 훨씬 오래 걸릴 수 있습니다.`,
    };
    const own = typeof pattern === 'string' && !isLinear(pattern) ? [{ at: at.child('pattern'), message }] : [];
    // Names of properties come from strangers too.
    const keys = Object.keys(patternProperties ?? {}).filter((key) => !isLinear(key));
    return [...own, ...keys.map((key) => ({ at: at.child('patternProperties').child(key).key(), message }))];
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
