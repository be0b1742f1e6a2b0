import type { Flag } from './command.js';

/** Flags of `validate` for coverage. */
export const COVERAGE_FLAGS = {
  coverage: {
    type: 'boolean',
    description: {
      en: 'Also report how much of the API the valid files cover, and what to record next',
      ko: '올바른 파일이 API를 얼마나 다루는지, 다음에 무엇을 기록할지도 알려 줍니다',
    },
  },
  'coverage-min': {
    type: 'string',
    value: 'COLUMN=PERCENT,…',
    isRepeatable: true,
    description: {
      en: 'Report coverage and fail below these percentages, such as operations=80,outcomes=60',
      ko: '커버리지를 알려 주고 이 백분율보다 낮으면 실패합니다(예: operations=80,outcomes=60)',
    },
  },
} as const satisfies Readonly<Record<string, Flag>>;
