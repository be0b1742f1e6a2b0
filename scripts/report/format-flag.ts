import type { Flag, Invocation } from '../command.js';
import { UsageError } from '../usage-error.js';

/** `--format`, the same for every command that reports findings. */
export const FORMAT_FLAG: Flag = { type: 'string', value: 'FORMAT', description: 'pretty (default) or json' };

/**
 * Reads `--format`.
 *
 * @throws {UsageError} when there is no such format.
 */
export function readFormat(invocation: Invocation): 'pretty' | 'json' {
  const format = invocation.text('format') ?? 'pretty';
  if (format === 'pretty' || format === 'json') return format;
  throw new UsageError(`there is no format ${format}; there is pretty and json`);
}
