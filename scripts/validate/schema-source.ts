import { readFileSync } from 'node:fs';
import path from 'node:path';

import { UsageError } from '../messages/usage-error.js';
import type { GeneratedFolder } from './generated-folder.js';

/** Gives the JSON Schema of a name. */
export type SchemaSource = (name: string) => unknown;

/**
 * Reads JSON Schemas of a generated folder, each once and only when it is asked for.
 *
 * @throws {UsageError} when the file is missing or broken.
 */
export function createSchemaSource(folder: GeneratedFolder): SchemaSource {
  const known = new Map<string, unknown>();
  return (name) => {
    if (!known.has(name)) known.set(name, readSchema(path.join(folder.path, 'schemas', `${name}.json`)));
    return known.get(name);
  };
}

function readSchema(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new UsageError('generated-unreadable', { file }, { cause });
  }
}
