import { finding } from '../catalogue/finding.js';
import type { Diagnostic } from '../diagnostics.js';
import { schemaByConvention } from './associate.js';
import { checkDocument } from './check-document.js';
import { loadRules, type SchemaRules } from './check/schema-rules.js';
import type { GeneratedFolder } from './generated-folder.js';
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
  const known = new Map<string, SchemaRules>();
  const found: Diagnostic[] = [];
  for (const { file, shownAs } of files) {
    const name = schema ?? schemaByConvention(file, folder.manifest);
    if (name === undefined) {
      // Not silence: else a misnamed folder would look valid.
      found.push(finding('fixture/unmatched', { file: shownAs, pointer: '', line: 1, column: 1 }));
      continue;
    }
    const rules = known.get(name) ?? (await loadRules(folder, name));
    known.set(name, rules);
    for (const read of readFile(file, shownAs))
      found.push(...(read.ok ? checkDocument(read.document, rules) : [read.diagnostic]));
  }
  return found;
}
