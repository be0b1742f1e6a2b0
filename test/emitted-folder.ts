import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { transformSync } from 'esbuild';

import type { OutputFile } from '../scripts/generate/model/model.js';
import type { Schema } from '../scripts/json/schema.js';
import {
  openGeneratedFolder,
  type GeneratedFolder,
  type ValidatorIssue,
} from '../scripts/validate/generated-folder.js';
import { generateFrom } from './generate-from.js';
import { everyEntry } from '../scripts/messages/every-entry.js';
import { messageOf } from '../scripts/messages/texts.js';

/** What `check<Name>` gives. */
export interface Verdict {
  readonly ok: boolean;
  readonly issues?: readonly ValidatorIssue[];
}

/** Generated code of some schemas, ready to be called. Remove its folder afterwards. */
export interface Emitted extends GeneratedFolder {
  readonly is: (schema: string) => (value: unknown) => boolean;
  readonly check: (schema: string) => (value: unknown) => Verdict;
}

/** Writes an output, and beside every TypeScript file the JavaScript that a build tool makes of it. */
export function writeRunnable(files: readonly OutputFile[], folder: string): void {
  for (const { path: file, text } of files) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    if (file.endsWith('.ts')) writeFileSync(target.replace(/\.ts$/, '.js'), transformSync(text, { loader: 'ts' }).code);
  }
}

/** Generates from a document of nothing but schemas into a new folder. */
export async function emitSchemas(schemas: Readonly<Record<string, Schema>>, openapi = '3.1.0'): Promise<Emitted> {
  const root = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  const spec = path.join(root, 'spec.json');
  writeFileSync(
    spec,
    JSON.stringify({ openapi, info: { title: 'T', version: '1' }, paths: {}, components: { schemas } }),
  );
  const { files, diagnostics } = await generateFrom(spec);
  if (files.length === 0) throw new Error(diagnostics.map((each) => messageOf(each, 'en', everyEntry())).join('\n'));
  writeRunnable(files, root);
  const loaded: unknown = await import(pathToFileURL(path.join(root, 'validators/index.js')).href);
  // Edge: generated code, which exports these two for every schema.
  const functions = loaded as Readonly<Record<string, (value: unknown) => never>>;
  const named = (name: string): ((value: unknown) => never) => {
    const found = functions[name];
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  };
  return {
    ...openGeneratedFolder('.', root),
    is: (schema) => named(`is${schema}`),
    check: (schema) => named(`check${schema}`),
  };
}
