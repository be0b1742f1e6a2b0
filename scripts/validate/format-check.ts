import { existsSync } from 'node:fs';
import path from 'node:path';

import type { FormatCheck } from '../evaluate/scope.js';
import { formatFunction, formatNamed } from '../json/formats/format-table.js';
import { importGenerated, type GeneratedFolder } from './generated-folder.js';

/**
 * Loads the functions that the validators of a folder check formats with, so that nothing is told of what they let pass. A
 * folder without formats, or written before they were checked, has none.
 *
 * @throws {UsageError} when the file is broken.
 */
export async function loadFormatCheck(folder: GeneratedFolder): Promise<FormatCheck> {
  const file = path.join(folder.path, 'validators', 'formats.js');
  if (!existsSync(file)) return () => true;
  const functions = await importGenerated(file);
  return (format, value) => {
    if (formatNamed(format)?.type !== typeof value) return true;
    const check = functions[formatFunction(format)];
    if (typeof check !== 'function') return true;
    // Edge: a generated check, as its declaration file states it.
    return (check as (value: unknown) => boolean)(value);
  };
}
