import type { Flag } from './command.js';

/** Flags of `validate` that change files. */
export const REWRITE_FLAGS = {
  redact: {
    type: 'boolean',
    description: 'Show what would replace real-looking card numbers, phones, e-mails, keys, names; --write does it',
  },
  write: { type: 'boolean', description: 'With --redact: write the files' },
  fix: { type: 'boolean', description: 'Correct what has only one answer, and leave every other byte as it is' },
  'dry-run': { type: 'boolean', description: 'With --fix: show what would change, with secrets masked' },
} as const satisfies Readonly<Record<string, Flag>>;
