import path from 'node:path';

import { memoize } from '../json/memoize.js';
import { unescapePointer } from '../json/pointer.js';
import { isObject, type Schema } from '../json/schema.js';
import { UsageError } from '../messages/usage-error.js';
import { readGenerated, type GeneratedFolder } from './generated-folder.js';

/** Gives the JSON Schema of a name. */
export type SchemaReader = (name: string) => Schema;

/**
 * Reads the JSON Schemas of a generated folder, each once, on demand.
 *
 * @throws {UsageError} when the file is missing or broken, or the name would lead out of the folder.
 */
export function createSchemaReader(folder: GeneratedFolder): SchemaReader {
  return memoize((name) => {
    if (/[\\/]/.test(name))
      throw new UsageError('generated-not-a-manifest', { file: path.join(folder.path, 'manifest.json') });
    return readSchema(path.join(folder.path, 'schemas', `${name}.json`));
  });
}

function readSchema(file: string): Schema {
  const schema = readGenerated(file);
  if (isObject(schema)) return schema;
  throw new UsageError('generated-not-a-schema', { file });
}

/** The schema that a reference of a generated schema names: `#/$defs/Payment`, or `Payment.json` in a very large folder. */
export function definitionName({ $ref = '' }: Schema): string | undefined {
  const [, name] = /^#\/\$defs\/([^/]+)$/.exec($ref) ?? /^([^/#]+)\.json$/.exec($ref) ?? [];
  return name === undefined ? undefined : unescapePointer(name);
}
