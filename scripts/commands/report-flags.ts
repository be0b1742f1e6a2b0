import type { Flag } from './command.js';
import { FORMAT_NAMES } from '../report/formats/format-name.js';
import { LANG_FLAG } from '../messages/language.js';

/** Flags of every command that reports findings. */
export const REPORT_FLAGS = {
  format: {
    type: 'string',
    value: 'FORMAT',
    description: `What to print: ${FORMAT_NAMES.join(', ')}. Default: pretty`,
  },
  output: {
    type: 'string',
    value: 'FORMAT=FILE',
    isRepeatable: true,
    description: 'Also write a report to a file, such as sarif=lint.sarif',
  },
  lang: LANG_FLAG,
  'fail-on': {
    type: 'string',
    value: 'LEVEL',
    description: 'Exit with 1 on: error (default), warning (errors too), none',
  },
  'max-warnings': { type: 'string', value: 'N', description: 'Exit with 1 when there are more warnings' },
  quiet: { type: 'boolean', description: 'Report errors only, and nothing at all when there are none' },
  limit: { type: 'string', value: 'N', description: 'Findings to show; the others are counted. Default: 10000' },
  rule: {
    type: 'string',
    value: 'CODE=LEVEL',
    isRepeatable: true,
    description: 'How much a code counts in this run: off, warn or error',
  },
  baseline: {
    type: 'string',
    value: 'FILE',
    description: 'Findings that have a reason. Default: iamport-kit.baseline.json if there is one',
  },
  'update-baseline': { type: 'boolean', description: 'Write every finding into the baseline; new ones need --reason' },
  reason: { type: 'string', value: 'TEXT', description: 'Why new findings may stay, for --update-baseline' },
  until: { type: 'string', value: 'DATE', description: 'Last day they may stay, such as 2027-01-31' },
} as const satisfies Readonly<Record<string, Flag>>;
