import type { Language } from '../messages/entry.js';
import type { Dimension } from './point.js';
import type { Reason, Suggestion } from './suggest.js';
import { grouped } from '../messages/grouped.js';

const EN = {
  title: 'coverage',
  total: 'total',
  next: 'record next',
  columns: {
    operations: 'operations',
    requests: 'requests',
    outcomes: 'outcomes',
    enumMembers: 'enum members',
    nullBranches: 'null branches',
    providers: 'providers',
  } satisfies Readonly<Record<Dimension, string>>,
  why: {
    'first answer': ({ operationId }) => `no answer of ${operationId} yet`,
    request: ({ operationId }) => `no request of ${operationId} yet`,
    refusal: () => 'a refusal: code ≠ 0 under a 2xx status',
    status: ({ status }) => `no ${status} yet`,
    part: ({ shows }) => shows.id,
  } satisfies Readonly<Record<Reason, (suggestion: Suggestion) => string>>,
  more: (number: number) => `and ${grouped(number)} more`,
  complete: 'nothing is missing',
};

/** Texts of the coverage report; `why` says why a fixture is worth recording. */
export const COVERAGE_WORDS: Readonly<Record<Language, typeof EN>> = {
  en: EN,
  ko: {
    title: '커버리지',
    total: '전체',
    next: '다음에 기록할 파일',
    columns: {
      operations: '작업',
      requests: '요청',
      outcomes: '결과',
      enumMembers: '열거값',
      nullBranches: 'null 여부',
      providers: 'PG사',
    },
    why: {
      'first answer': ({ operationId }) => `${operationId} 응답이 아직 없습니다`,
      request: ({ operationId }) => `${operationId} 요청이 아직 없습니다`,
      refusal: () => '거절 응답: 2xx에 code ≠ 0',
      status: ({ status }) => `${status} 응답이 아직 없습니다`,
      part: ({ shows }) => shows.id,
    },
    more: (number: number) => `외 ${grouped(number)}개`,
    complete: '빠진 것이 없습니다',
  },
};
