import { jsonFile } from '../banner.js';
import type { Model, OutputFile } from '../model.js';

/** `manifest.json` and `openapi.json`: what there is, for tools that look things up by name, and the document itself. */
export function emitManifest(model: Model): OutputFile[] {
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
    operations: Object.fromEntries([...operations, ...webhooks]),
    schemas: model.schemas.map(({ name }) => name),
  };
  return [jsonFile('manifest.json', manifest), jsonFile('openapi.json', model.document, 'x-generated')];
}
