import type { Entries } from './entry.js';

/** Values of the finding. */
export interface CoverageFacts {
  /** Both in percent. */
  'coverage/below-minimum': { readonly column: string; readonly percent: number; readonly wanted: number };
}

/** Findings about the coverage of all fixtures together. */
export const COVERAGE_ENTRIES: Entries<CoverageFacts> = {
  'coverage/below-minimum': {
    title: { en: 'Fixture coverage is below the minimum', ko: '픽스처가 요구한 만큼 보여 주지 않습니다' },
    cause: {
      en: 'A column of "validate --coverage" is below --coverage-min or the "coverage" of the config. Files with errors do not count.',
      ko: '"validate --coverage"의 한 열이 --coverage-min 또는 설정의 "coverage"보다 낮습니다. 오류가 있는 파일은 세지 않습니다.',
    },
    fix: {
      en: 'Record the fixtures that the report lists under "record next", or lower the minimum.',
      ko: '보고서의 "다음에 기록할 파일"에 있는 것을 기록하거나 기준을 낮추세요.',
    },
    message: {
      en: ({ column, percent, wanted }) => `${column}: ${percent} % covered, the minimum is ${wanted} %`,
      ko: ({ column, percent, wanted }) => `${column}: ${percent} %, 기준은 ${wanted} %`,
    },
  },
};
