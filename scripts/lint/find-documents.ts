import path from 'node:path';

import { findFiles, type FindOptions, type FoundFiles } from '../files/find-files.js';
import { readQuietly } from '../files/read-quietly.js';
import { isObject } from '../json/schema.js';
import { UsageError } from '../messages/usage-error.js';
import { parseJson } from '../source/parse-json.js';
import type { DocumentInput } from './lint-documents.js';

/** The documents that arguments name, and what could not be looked into. */
export interface FoundDocuments extends Pick<FoundFiles, 'unreadable'> {
  readonly documents: readonly DocumentInput[];
}

/**
 * Lists the documents that the arguments name. Of a folder or a glob those files that are an OpenAPI document or an overlay; the
 * parts of one are read with it. `readStdin` gives the text for `-`.
 *
 * @throws {UsageError} when an argument matches nothing, or no file found is a document.
 */
export async function findDocuments(
  given: readonly string[],
  options: FindOptions,
  readStdin: () => Promise<string>,
): Promise<FoundDocuments> {
  const { files, unreadable } = findFiles(given, options);
  const chosen = files.filter(({ file, isNamed }) => isNamed === true || isDocument(file));
  if (chosen.length === 0 && files.length + unreadable.length > 0) throw new UsageError('no-documents', { given });
  const text = chosen.some(({ file }) => file === '-') ? await readStdin() : '';
  const documents = chosen.map(({ file, shownAs }) =>
    file === '-' ? { file: path.resolve(options.cwd, shownAs), shownAs, text } : { file, shownAs },
  );
  return { documents, unreadable };
}

/** Whether the root of a file declares a version of OpenAPI or Overlay. Other files are parts of documents, or unrelated. */
function isDocument(file: string): boolean {
  const text = readQuietly(file);
  // Linting the file reports why it cannot be read.
  if (text === undefined) return true;
  if (!/\b(?:openapi|overlay)\b/.test(text)) return false;
  if (/^\ufeff?["']?(?:openapi|overlay)["']?[ \t]*:[ \t]*["']?\d/m.test(text)) return true;
  const read = parseJson({ file, text: text.replace(/^\ufeff/, ''), firstLine: 1 });
  // In YAML, the key of a block mapping is at the margin; a flow mapping begins with a brace.
  if (!read.ok) return /^\s*\{\s*["']?(?:openapi|overlay)["']?\s*:\s*["']?\d/.test(text);
  const { value } = read.document;
  return isObject(value) && ['openapi', 'overlay'].some((key) => /^\d/.test(String(value[key])));
}
