import type { Texts } from '../entry.js';
import { grouped } from '../grouped.js';

/** Texts of the coverage report. */
export const COVERAGE_WORDS = {
  title: { en: 'coverage', ko: '커버리지' },
  total: { en: 'total', ko: '전체' },
  next: { en: 'record next', ko: '다음에 기록할 파일' },
  more: (number: number) => ({ en: `and ${grouped(number)} more`, ko: `외 ${grouped(number)}개` }),
  complete: { en: 'nothing is missing', ko: '빠진 것이 없습니다' },
} as const;

/** The columns of the report. */
export const COLUMN_WORDS = {
  operations: { en: 'operations', ko: '작업' },
  requests: { en: 'requests', ko: '요청' },
  outcomes: { en: 'outcomes', ko: '결과' },
  enumMembers: { en: 'enum members', ko: '열거값' },
  nullBranches: { en: 'null branches', ko: 'null 여부' },
  providers: { en: 'providers', ko: 'PG사' },
} as const satisfies Readonly<Record<string, Texts>>;

interface Missing {
  readonly operationId: string;
  readonly status: string;
  readonly shows: { readonly id: string };
}

/** Why a fixture is worth recording. */
export const REASON_WORDS = {
  'first answer': ({ operationId: id }: Missing) => ({
    en: `no answer of ${id} yet`,
    ko: `${id} 응답이 아직 없습니다`,
  }),
  request: ({ operationId: id }: Missing) => ({ en: `no request of ${id} yet`, ko: `${id} 요청이 아직 없습니다` }),
  refusal: () => ({ en: 'a refusal: code ≠ 0 under a 2xx status', ko: '거절 응답: 2xx에 code ≠ 0' }),
  status: ({ status }: Missing) => ({ en: `no ${status} yet`, ko: `${status} 응답이 아직 없습니다` }),
  part: ({ shows }: Missing) => ({ en: shows.id, ko: shows.id }),
} as const satisfies Readonly<Record<string, (missing: Missing) => Texts>>;
