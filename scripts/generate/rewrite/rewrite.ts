import { buildModel } from '../model/build-model.js';
import type { Model } from '../model/model.js';
import type { OpenApi } from '../../openapi/document.js';
import { inlineReferences } from './inline-references.js';
import { nameBodies } from './name-bodies.js';
import { nameTargets } from './name-targets.js';
import { renameComponents } from './rename-components.js';
import { settleSchemas } from './desugar-schemas.js';

/** Turns a bundled document into the one thing the emitters may see. */
export function normalise(document: OpenApi, sourceHash: string): Model {
  const named = nameBodies(inlineReferences(renameComponents(nameTargets(settleSchemas(document)))));
  return { ...buildModel(document, named), sourceHash };
}
