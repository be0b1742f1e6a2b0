import type { Entries } from './entry.js';

/** What it is made of. */
export interface CoverageFacts {
  /** Both in percent. */
  'coverage/below-minimum': { readonly column: string; readonly percent: number; readonly wanted: number };
}

/** Findings about what all fixtures together show. */
export const COVERAGE_ENTRIES: Entries<CoverageFacts> = {
  'coverage/below-minimum': {
    severity: 'error',
    title: { en: 'The fixtures show less than wanted', ko: '픽스처가 요구한 만큼 보여 주지 않습니다' },
    cause: {
      en: 'A column of "validate --coverage" is lower than --coverage-min or "coverage" of the config wants. Files with errors do not count.',
      ko: '"validate --coverage"의 한 열이 --coverage-min 또는 설정의 "coverage"보다 낮습니다. 오류가 있는 파일은 세지 않습니다.',
    },
    fix: {
      en: 'Record what the report lists under "record next", or want less.',
      ko: '보고서의 "다음에 기록할 파일"에 있는 것을 기록하거나 기준을 낮추세요.',
    },
    message: {
      en: ({ column, percent, wanted }) => `${column}: ${percent} % shown, ${wanted} % wanted`,
      ko: ({ column, percent, wanted }) => `${column}: ${percent} %, 기준은 ${wanted} %`,
    },
  },
};
