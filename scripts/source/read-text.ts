import type { ReadDocument } from './document.js';
import { parseJson, parseJsonc, type SourceText } from './parse-json.js';
import { parseYaml } from './parse-yaml.js';

/** How a file is written. */
export type Format = 'json' | 'jsonc' | 'yaml' | 'ndjson';

const FORMATS: Readonly<Record<string, Format>> = {
  '.json': 'json',
  '.jsonc': 'jsonc',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/** Endings of the files that a folder stands for. */
export const KNOWN_ENDINGS = Object.keys(FORMATS);

/** How a file is written, by its ending; undefined for an ending that is not known. */
export function formatOf(file: string): Format | undefined {
  const ending = file.slice(Math.max(0, file.lastIndexOf('.'))).toLowerCase();
  return Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined;
}

/** Makes documents of a whole text. */
export function parseText(source: SourceText, format: Format): ReadDocument[] {
  if (format === 'yaml') return parseYaml(source);
  return [format === 'jsonc' ? parseJsonc(source) : parseJson(source)];
}
