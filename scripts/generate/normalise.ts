import { buildModel } from './build-model.js';
import type { Model, OpenApi } from './model.js';
import { inlineReferences } from './normalise/inline-references.js';
import { nameBodies } from './normalise/name-bodies.js';
import { nameTargets } from './normalise/name-targets.js';
import { renameComponents } from './normalise/rename-components.js';
import { settleSchemas } from './normalise/settle-schemas.js';

/** Turns a bundled document into the one thing the emitters may see. */
export function normalise(document: OpenApi, sourceHash: string): Model {
  const named = nameBodies(inlineReferences(renameComponents(nameTargets(settleSchemas(document)))));
  return { ...buildModel(document, named), sourceHash };
}
