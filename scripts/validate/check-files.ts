import { finding } from '../catalogue/finding.js';
import type { Diagnostic } from '../diagnostics.js';
import { schemaByConvention } from './associate.js';
import { checkDocument } from './check-document.js';
import { loadCheck, type Check, type GeneratedFolder } from './generated-folder.js';
import { readFile } from './read/read-file.js';

/** A file and how findings name it. */
export interface NamedFile {
  readonly file: string;
  readonly shownAs: string;
}

/** Validates files with the schema given, or with the one that each file's place tells. */
export async function checkFiles(
  files: readonly NamedFile[],
  folder: GeneratedFolder,
  schema: string | undefined,
): Promise<Diagnostic[]> {
  const checks = new Map<string, Check>();
  const found: Diagnostic[] = [];
  for (const { file, shownAs } of files) {
    const name = schema ?? schemaByConvention(file, folder.manifest);
    if (name === undefined) {
      // Not silence: else a misnamed folder would look valid.
      found.push(finding('fixture/unmatched', { file: shownAs, pointer: '', line: 1, column: 1 }));
      continue;
    }
    const check = checks.get(name) ?? (await loadCheck(folder, name));
    checks.set(name, check);
    for (const read of readFile(file, shownAs))
      found.push(...(read.ok ? checkDocument(read.document, check) : [read.diagnostic]));
  }
  return found;
}
