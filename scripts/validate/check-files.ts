import type { Diagnostic } from '../diagnostics.js';
import { schemaByConvention } from './associate.js';
import { checkFile } from './check-file.js';
import { loadCheck, type Check, type GeneratedFolder } from './generated-folder.js';

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
      found.push(unmatched(shownAs));
      continue;
    }
    const check = checks.get(name) ?? (await loadCheck(folder, name));
    checks.set(name, check);
    found.push(...checkFile(file, shownAs, check));
  }
  return found;
}

/** A file that nothing claims is a finding, not silence: else a misnamed folder would look valid. */
function unmatched(file: string): Diagnostic {
  const message =
    'no schema is known for this file; give --schema or --operation, or put it under <operationId>/<status>.json';
  return { code: 'fixture/unmatched', severity: 'error', message, at: { file, pointer: '', line: 1, column: 1 } };
}
