import { codedTexts, type Coded } from './coded.js';
import type { Texts } from './entry.js';
import { korean, withParticle } from './particle.js';

interface Most {
  readonly most: number;
}

interface Token {
  readonly token: string;
}

/** What is wrong with a condition or another part of `x-invariants`, after the name of the part. */
const PROBLEMS = {
  'no-list': (): Texts => ({ en: 'must be a list', ko: '목록이어야 합니다' }),
  'too-many': ({ most }: Most): Texts => ({ en: `has more than ${most} entries`, ko: `항목이 ${most}개를 넘습니다` }),
  'no-object': (): Texts => ({ en: 'must be an object', ko: '객체여야 합니다' }),
  'no-id': (): Texts => ({ en: 'must be an id in kebab-case', ko: 'kebab-case로 쓴 id여야 합니다' }),
  'no-condition': (): Texts => ({ en: 'must be a condition', ko: '조건식이어야 합니다' }),
  'no-names': (): Texts => ({ en: 'must be a list of names', ko: '이름 목록이어야 합니다' }),
  'no-severity': (): Texts => ({
    en: 'must be error, warning or note',
    ko: 'error, warning, note 중 하나여야 합니다',
  }),
  'too-long': ({ most }: Most): Texts => ({ en: `is longer than ${most} characters`, ko: `${most}자보다 깁니다` }),
  'too-deep': ({ most }: Most): Texts => ({
    en: `is nested more than ${most} deep`,
    ko: `중첩이 ${most}단계를 넘습니다`,
  }),
  // Apart from the sentence: where the token has no letter, the word before it would decide on the particle.
  'no-token': ({ token }: Token): Texts => ({
    en: `has "${token}", which means nothing`,
    ko: `뜻이 없는 ${withParticle(`"${token}"`, '이/가')} 있습니다`,
  }),
  'not-the-end': ({ token }: Token): Texts => ({
    en: `has "${token}" where it should end`,
    ko: korean`끝나야 할 곳에 "${token}"{이/가} 있습니다`,
  }),
  'ends-early': (): Texts => ({ en: 'ends too early', ko: '중간에서 끝납니다' }),
  lacks: ({ token, before }: Token & { readonly before: string | undefined }): Texts =>
    before === undefined
      ? { en: `lacks "${token}" at its end`, ko: korean`끝에 "${token}"{이/가} 없습니다` }
      : { en: `lacks "${token}" before "${before}"`, ko: korean`"${before}" 앞에 "${token}"{이/가} 없습니다` },
  'no-name': ({ token }: Token): Texts => ({
    en: `has "${token}" where a name should be`,
    ko: korean`이름이 있어야 할 곳에 "${token}"{이/가} 있습니다`,
  }),
  'no-pattern': (): Texts => ({
    en: 'has something else where a regular expression should be',
    ko: '정규식이 있어야 할 곳에 다른 것이 있습니다',
  }),
  'no-literals': (): Texts => ({
    en: 'has a list of something else than texts and numbers',
    ko: '목록에 문자열과 숫자가 아닌 것이 있습니다',
  }),
};

/** What is wrong with a part of `x-invariants`. */
export type InvariantProblem = Coded<typeof PROBLEMS>;

/** Renders such a problem, as the end of a sentence about the part. */
export function invariantTexts(problem: InvariantProblem): Texts {
  return codedTexts(PROBLEMS, problem);
}
