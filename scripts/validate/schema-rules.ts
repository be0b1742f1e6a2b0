import type { Schema } from '../json/schema.js';
import { fitsFormat } from '../json/formats/format-table.js';
import type { Check, GeneratedFolder } from './generated-folder.js';
import { loadCheck } from './load-check.js';
import { createInvariantChecker } from '../invariants/invariant-issues.js';
import { createExplainer } from '../evaluate/explain.js';
import type { Explainer, Surroundings } from '../evaluate/scope.js';
import { createSchemaReader } from './read-schema.js';
import { createWarnings, type FindWarnings } from './warnings.js';

/** Everything that a document is checked against. */
export interface SchemaRules {
  /** Name of the schema, such as `PaymentResponse`. */
  readonly name: string;
  /** The generated validator: it decides whether a document is valid. */
  readonly check: Check;
  /** JSON Schema 2020-12, complete in itself. */
  readonly schema: Schema;
  /** Says why a document is not valid. */
  readonly explainer: Explainer;
  /** Warnings what the validator has no opinion about. */
  readonly findWarnings: FindWarnings;
  readonly checkInvariants: ReturnType<typeof createInvariantChecker>;
}

interface Checks extends Surroundings {
  readonly check: Check;
}

/** Puts together what a document is checked against. */
export function createRules(name: string, { check, ...surroundings }: Checks, schema: Schema): SchemaRules {
  const explainer = createExplainer(schema, surroundings);
  return {
    name,
    check,
    schema,
    explainer,
    findWarnings: createWarnings(schema, explainer),
    checkInvariants: createInvariantChecker(),
  };
}

/**
 * Loads the validator and the JSON Schema of a name from a generated folder. Keep the result: it caches what it learns.
 *
 * @throws {UsageError} when one of the files is missing or broken.
 */
export async function loadRules(folder: GeneratedFolder, name: string): Promise<SchemaRules> {
  const readSchema = createSchemaReader(folder);
  const check = await loadCheck(name, readSchema);
  return createRules(name, { check, hasFormat: fitsFormat, readSchema }, readSchema(name));
}
