import { UsageError } from '../../messages/usage-error.js';
import type { Format } from '../report.js';

/** The formats a report can be written in. Only the one that is used is loaded, to start faster. */
export const FORMATS = {
  pretty: async () => (await import('./pretty.js')).formatPretty,
  compact: async () => (await import('./compact.js')).formatCompact,
  json: async () => (await import('./json.js')).formatJson,
  sarif: async () => (await import('./sarif.js')).formatSarif,
  junit: async () => (await import('./junit.js')).formatJunit,
  github: async () => (await import('./github.js')).formatGithub,
  checkstyle: async () => (await import('./checkstyle.js')).formatCheckstyle,
  codeclimate: async () => (await import('./code-climate.js')).formatCodeClimate,
  markdown: async () => (await import('./markdown.js')).formatMarkdown,
} satisfies Readonly<Record<string, () => Promise<Format>>>;

/** Name of a format. */
export type FormatName = keyof typeof FORMATS;

/** Formats whose readers resolve paths from the root of the repository. */
export const FROM_ROOT: readonly FormatName[] = ['sarif', 'junit', 'github', 'checkstyle', 'codeclimate'];

/**
 * Reads the name of a format.
 *
 * @throws {UsageError} when the format does not exist.
 */
export function formatName(given: string): FormatName {
  const known = Object.keys(FORMATS);
  // The keys of the formats are their names.
  if (known.includes(given)) return given as FormatName;
  throw new UsageError('unknown-name', { kind: 'format', name: given, known });
}
