import { UsageError } from '../../messages/usage-error.js';

/** The formats a report can be written in. */
export const FORMAT_NAMES = [
  'pretty',
  'compact',
  'json',
  'sarif',
  'junit',
  'github',
  'checkstyle',
  'codeclimate',
  'markdown',
] as const;

/** Name of a format. */
export type FormatName = (typeof FORMAT_NAMES)[number];

/**
 * Reads the name of a format.
 *
 * @throws {UsageError} when the format does not exist.
 */
export function formatName(given: string): FormatName {
  const name = FORMAT_NAMES.find((known) => known === given);
  if (name !== undefined) return name;
  throw new UsageError('unknown-name', { kind: 'format', name: given, known: FORMAT_NAMES });
}
