import type { Flag } from './command.js';

/** `--watch`, for commands that check files. */
export const WATCH_FLAG: Flag = { type: 'boolean', description: 'Check again what changes, until Ctrl-C' };
