import type { Flag } from './command.js';

/** Flags of every command that reads fixtures: which ones, and what they are. */
export const INPUT_FLAGS = {
  schema: {
    type: 'string',
    value: 'NAME',
    description: 'Schema for all files, such as PaymentCallback; "auto" tells it by the shape where nothing else does',
  },
  operation: { type: 'string', value: 'ID', description: 'Operation whose body all files are, such as getPayment' },
  status: {
    type: 'string',
    value: 'STATUS',
    description: 'Which body of --operation: a status, "request" or "webhook". Default: 200',
  },
  config: {
    type: 'string',
    value: 'FILE',
    description: 'Default: iamport-kit.config.json, .yaml or .ts, here or above in the repository',
  },
  'stdin-name': {
    type: 'string',
    value: 'FILE',
    description: 'What to call stdin; its ending says how it is written, its folder may tell the schema',
  },
  explain: { type: 'boolean', description: 'Say for each file which schema was used, and why' },
  generated: {
    type: 'string',
    value: 'DIR',
    description: 'Folder with the generated validators. Default: generated here, else the installed iamport-kit',
  },
} as const satisfies Readonly<Record<string, Flag>>;
