import type { ReadDocument } from './document.js';
import { parseJson, parseJsonc, type SourceText } from './parse-json.js';

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

/** Extensions of the files that a folder stands for. */
export const KNOWN_ENDINGS = Object.keys(FORMATS);

/** How a file is written, by its ending; undefined for an ending that is not known. */
export function formatOf(file: string): Format | undefined {
  const ending = file.slice(Math.max(0, file.lastIndexOf('.'))).toLowerCase();
  return Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined;
}

type Parser = (source: SourceText) => ReadDocument[];

const parsers = new Map<Format, Parser>([
  ['json', (source) => [parseJson(source)]],
  ['jsonc', (source) => [parseJsonc(source)]],
  ['ndjson', (source) => [parseJson(source)]],
]);

/**
 * Loads what reading a format needs; undefined where nothing is missing. The YAML parser takes longer to load than most runs
 * take, so it is loaded on demand.
 */
export function prepareFormat(format: Format): Promise<void> | undefined {
  return parsers.has(format) ? undefined : loadYaml();
}

async function loadYaml(): Promise<void> {
  const { parseYaml } = await import('./parse-yaml.js');
  parsers.set('yaml', parseYaml);
}

/**
 * Parses the documents of a text.
 *
 * @throws when the format was not loaded with {@link prepareFormat}.
 */
export function parseText(source: SourceText, format: Format): ReadDocument[] {
  const parse = parsers.get(format);
  if (parse === undefined) throw new Error(`Call prepareFormat("${format}") before parsing.`);
  return parse(source);
}
