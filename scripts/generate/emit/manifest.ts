import type { ImportStyle } from '../../files/import-style.js';
import { jsonFile } from './banner.js';
import type { Model, OutputFile } from '../model/model.js';

/** What an output is made from and with. */
export interface Build {
  readonly generator: { readonly name: string; readonly version: string };
  /** See `Sources.names`. */
  readonly sources: readonly string[];
  /** Tags of the operations to keep, sorted; all when empty. */
  readonly include: readonly string[];
  readonly imports: ImportStyle;
  /** See `GenerateOptions.strictReadOnly`; left out when it is not so. */
  readonly strictReadOnly?: boolean;
}

/** `manifest.json`: what there is, for tools that look things up by name, and what it was made from. */
export function emitManifest(model: Model, build: Build, others: readonly OutputFile[]): OutputFile {
  const operations = model.operations.map(({ id, body, input, responses }): [string, object] => [
    id,
    { input, ...(body && { request: body.schema }), responses },
  ]);
  const webhooks = model.webhooks.map(({ id, body, responses }): [string, object] => [
    id,
    { webhook: body, responses },
  ]);
  return jsonFile('manifest.json', {
    title: model.document.info.title,
    version: model.document.info.version,
    ...build,
    operations: Object.fromEntries([...operations, ...webhooks]),
    schemas: model.schemas.map(({ name }) => name),
    outputs: others.map(({ path }) => path).sort(),
  });
}
