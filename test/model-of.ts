import { buildModel } from '../scripts/generate/model/build-model.js';
import type { Model } from '../scripts/generate/model/model.js';
import { rewrite } from '../scripts/generate/rewrite/every-rewrite.js';
import type { OpenApi } from '../scripts/openapi/document.js';

/** The model of a document that is in memory and sound. */
export function modelOf(document: OpenApi, version: '3.0' | '3.1' = '3.1', strictReadOnly = false): Model {
  return buildModel(document, rewrite(document, { version, strictReadOnly }));
}
