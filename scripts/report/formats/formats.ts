import type { FormatName } from './format-name.js';
import type { Format } from '../report.js';

/** Loads one format only, to start faster. */
export const FORMATS: Readonly<Record<FormatName, () => Promise<Format>>> = {
  pretty: async () => (await import('./pretty.js')).formatPretty,
  compact: async () => (await import('./compact.js')).formatCompact,
  json: async () => (await import('./json.js')).formatJson,
  sarif: async () => (await import('./sarif.js')).formatSarif,
  junit: async () => (await import('./junit.js')).formatJunit,
  github: async () => (await import('./github.js')).formatGithub,
  checkstyle: async () => (await import('./checkstyle.js')).formatCheckstyle,
  codeclimate: async () => (await import('./code-climate.js')).formatCodeClimate,
  markdown: async () => (await import('./markdown.js')).formatMarkdown,
};
