import { readFileSync } from 'node:fs';

import { OWN_FOLDER } from '../../files/own-folder.js';
import { formatFunction } from '../../json/formats/format-table.js';

/** A module of this toolkit that is written into generated folders as it is. */
export interface SupportFile {
  /** Where it goes in the folder of the validators. */
  readonly path: string;
  readonly text: string;
}

const RUNTIME = 'runtime.ts';

/** The modules that validators with these formats import, themselves and by each other. */
export function supportFiles(formats: readonly string[]): SupportFile[] {
  const needed = new Set([RUNTIME, ...formats.map((format) => `formats/${format}.ts`)]);
  const files: SupportFile[] = [];
  for (const path of needed) {
    const text = readSupport(path);
    for (const [, name = ''] of text.matchAll(/ from '\.\/([\w-]+)\.js';$/gm)) needed.add(`formats/${name}.ts`);
    files.push({ path, text });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The line that imports the check of a format. */
export function formatImport(format: string): string {
  return `import { ${formatFunction(format)} } from './formats/${format}.js';`;
}

/**
 * The text of a module of this toolkit that is written into the output, by its path in the folder of the validators. The
 * build copies the sources beside the compiled code.
 */
export function readSupport(path: string): string {
  const folder = path.startsWith('formats/') ? 'json/' : 'generate/validators/';
  return readFileSync(new URL(folder + path, OWN_FOLDER), 'utf8');
}
