import type { ReadDocument } from './document.js';
import { positionAt } from './locate.js';
import { decodeUtf8 } from '../files/decode.js';
import { parseJson, parseJsonc, type SourceText } from './parse-json.js';
import { parseYaml } from './parse-yaml.js';
import { refusal } from './refusal.js';

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

/** Makes documents of the bytes of a whole file, or of one line of it. */
export function readBytes(
  bytes: Buffer,
  { file, firstLine }: Omit<SourceText, 'text'>,
  format: Format,
): ReadDocument[] {
  const decoded = decodeUtf8(bytes);
  if (decoded.ok) return parseText({ file, firstLine, text: decoded.text }, format);
  const position = positionAt(decoded.before, decoded.before.length, firstLine);
  return [refusal(file, decoded.problem, { position, values: { offset: String(decoded.offset) } })];
}

/** Makes documents of a whole text. */
export function parseText(source: SourceText, format: Format): ReadDocument[] {
  if (format === 'yaml') return parseYaml(source);
  return [format === 'jsonc' ? parseJsonc(source) : parseJson(source)];
}
