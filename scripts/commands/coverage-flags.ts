import type { Flag } from './command.js';

/** Flags of `validate` that ask for coverage. */
export const COVERAGE_FLAGS = {
  coverage: {
    type: 'boolean',
    description: 'Also tell what of the API the valid files show, and what to record next',
  },
  'coverage-min': {
    type: 'string',
    value: 'COLUMN=PERCENT,…',
    isRepeatable: true,
    description: 'Tell the coverage, and fail below these percentages, such as operations=80,outcomes=60',
  },
} as const satisfies Readonly<Record<string, Flag>>;
