import path from 'node:path';

import { didYouMean } from '../messages/did-you-mean.js';
import type { Manifest } from './generated-folder.js';
import { bodiesOf, bodyOf, own, type NamedSchema } from './name-schema.js';

interface NamedByPlace extends NamedSchema {
  readonly by: 'convention';
}

/**
 * Tells the schema of a file by where it lies: `<operationId>/<status|request|webhook>[.<name>].json` or
 * `<Schema>/<name>.json`.
 */
export function schemaByPlace(file: string, manifest: Manifest): NamedByPlace | undefined {
  const { folder, status } = placeOf(file);
  const operation = own(manifest.operations, folder);
  if (operation === undefined)
    return manifest.schemas.includes(folder) ? { schema: folder, by: 'convention' } : undefined;
  const schema = bodyOf(operation, status);
  return schema === undefined ? undefined : { schema, operationId: folder, status, by: 'convention' };
}

/** Says what keeps a place from telling a schema: the bodies that the operation has, or a folder that is nearly right. */
export function whyNotByPlace(file: string, manifest: Manifest): Readonly<Record<string, string>> {
  const { folder } = placeOf(file);
  const bodies = bodiesOf(folder, manifest);
  if (bodies !== undefined) return { operation: folder, bodies: Object.keys(bodies).join(', ') };
  const near = didYouMean(folder, [...Object.keys(manifest.operations), ...manifest.schemas]);
  return near === undefined ? {} : { near };
}

function placeOf(file: string): { readonly folder: string; readonly status: string } {
  const end = file.lastIndexOf(path.sep);
  const folder = file.slice(file.lastIndexOf(path.sep, end - 1) + 1, Math.max(0, end));
  const dot = file.indexOf('.', end);
  return { folder, status: file.slice(end + 1, dot === -1 ? undefined : dot) };
}
