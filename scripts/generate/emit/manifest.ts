import { jsonFile } from './banner.js';
import type { Model, OutputFile } from '../model/model.js';
import { hashOutput } from '../write/output-hash.js';
import type { ToolVersions } from '../write/tool-versions.js';

/** What an output was made from and with: the same again gives the same bytes. */
export interface Build {
  /** See `Sources.names`. */
  readonly sources: readonly string[];
  /** Tags of the operations to keep, sorted; all when empty. */
  readonly include: readonly string[];
  readonly hasEntry: boolean;
  readonly tools: ToolVersions;
}

/**
 * `manifest.json`: what there is, for tools that look things up by name, and how it came about. Its `outputHash` covers all
 * files, this one included, so it is made after all others.
 */
export function emitManifest(model: Model, build: Build, others: readonly OutputFile[]): OutputFile {
  const operations = model.operations.map(({ id, body, input, responses }): [string, object] => [
    id,
    { input, ...(body && { request: body.schema }), responses },
  ]);
  const webhooks = model.webhooks.map(({ id, body, responses }): [string, object] => [
    id,
    { webhook: body, responses },
  ]);
  const manifest = {
    title: model.document.info.title,
    version: model.document.info.version,
    sourceHash: model.sourceHash,
    outputHash: '',
    operations: Object.fromEntries([...operations, ...webhooks]),
    schemas: model.schemas.map(({ name }) => name),
    build,
  };
  const unsealed = jsonFile('manifest.json', manifest);
  const bytes = [...others, unsealed].map(({ path, text }) => ({ path, bytes: Buffer.from(text) }));
  return jsonFile('manifest.json', { ...manifest, outputHash: hashOutput(bytes) });
}
