import type { Entries } from './entry.js';
import { subject, type Named } from './fixture-words.js';

/** Values of the finding. */
export interface InvariantFacts {
  'fixture/invariant': Named & {
    readonly id: string;
    readonly check: string;
    readonly when?: string;
    /** Why it must hold. */
    readonly reason: string;
    readonly koreanReason: string;
  };
}

/** Findings about conditions that the spec declares with `x-invariants`. */
export const INVARIANT_ENTRIES: Entries<InvariantFacts> = {
  'fixture/invariant': {
    title: { en: 'Values contradict each other', ko: '값들이 서로 모순됩니다' },
    cause: {
      en: 'The spec declares conditions on the values of an object with `x-invariants`, such as `cancel_amount <= amount`.',
      ko: '스펙은 `cancel_amount <= amount`처럼 한 객체의 값들이 서로 지켜야 하는 조건을 `x-invariants`로 선언합니다.',
    },
    fix: {
      en: 'Correct the values until the condition in the message holds.',
      ko: '메시지에 나온 조건이 성립하도록 값을 고치세요.',
    },
    message: {
      en: (values) =>
        `${subject(values, 'en')} breaks ${values.id}: ${values.check}${values.when === undefined ? '' : ` when ${values.when}`}`,
      ko: (values) =>
        `${subject(values, 'ko')}의 값이 ${values.id} 조건에 어긋납니다: ${values.check}${values.when === undefined ? '' : ` (조건: ${values.when})`}`,
    },
    hint: { en: ({ reason }) => reason, ko: ({ koreanReason }) => koreanReason },
  },
};
