import { readFileSync } from 'node:fs';
import path from 'node:path';

import { isObject, type Schema } from '../json/schema.js';
import { UsageError } from '../messages/usage-error.js';
import { loadFormatCheck } from './format-check.js';
import type { FormatCheck } from '../evaluate/scope.js';
import { loadCheck, type Check, type GeneratedFolder } from './generated-folder.js';
import { createInvariantChecker } from '../invariants/invariant-faults.js';
import { createJudge } from '../evaluate/explain.js';
import type { Judge } from '../evaluate/scope.js';
import { createNoteTaker, type NoteTaker } from './warnings.js';

/** Everything that a document is checked against. */
export interface SchemaRules {
  /** Name of the schema, such as `PaymentResponse`. */
  readonly name: string;
  /** The generated validator: it decides whether a document is valid. */
  readonly check: Check;
  /** JSON Schema 2020-12, complete in itself. */
  readonly schema: Schema;
  /** Says why a document is not valid. */
  readonly judge: Judge;
  /** Notes what the validator has no opinion about. */
  readonly takeNotes: NoteTaker;
  readonly checkInvariants: ReturnType<typeof createInvariantChecker>;
}

interface Checks {
  readonly check: Check;
  readonly hasFormat?: FormatCheck;
}

/** Puts together what a document is checked against. */
export function createRules(name: string, { check, hasFormat }: Checks, schema: Schema): SchemaRules {
  const judge = createJudge(schema, hasFormat);
  return {
    name,
    check,
    schema,
    judge,
    takeNotes: createNoteTaker(schema, judge),
    checkInvariants: createInvariantChecker(),
  };
}

/**
 * Loads the validator and the JSON Schema of a name from a generated folder. Keep the result: it caches what it learns.
 *
 * @throws {UsageError} when one of the files is missing or broken.
 */
export async function loadRules(folder: GeneratedFolder, name: string): Promise<SchemaRules> {
  const check = await loadCheck(folder, name);
  const schema = readSchema(path.join(folder.path, 'schemas', `${name}.json`));
  return createRules(name, { check, hasFormat: await loadFormatCheck(folder) }, schema);
}

function readSchema(file: string): Schema {
  try {
    const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isObject(schema)) return schema;
  } catch (cause) {
    throw new UsageError('generated-unreadable', { file }, { cause });
  }
  throw new UsageError('generated-not-a-schema', { file });
}
