import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Language } from '../messages/entry.js';

/**
 * Absolute paths of the overlays that translate a document: files of the folder `overlays` beside it with `x-translates`
 * and this language. Empty if the folder does not exist.
 */
export function findTranslations(specFile: string, language: Language): string[] {
  // The key is on its own line, in YAML and in JSON. Parsing the overlay would take as long as applying it.
  const mark = new RegExp(`^\\s*["']?x-translates["']?\\s*:\\s*["']?${language}["']?,?\\s*$`, 'm');
  return overlaysBeside(specFile).filter((file) => mark.test(readFileSync(file, 'utf8')));
}

/** Absolute paths of the files in the folder `overlays` beside a document, sorted; none if there is no such folder. */
export function overlaysBeside(specFile: string): string[] {
  const folder = path.join(path.dirname(specFile), 'overlays');
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
      .map((entry) => path.join(folder, entry.name))
      .sort();
  } catch {
    return [];
  }
}
