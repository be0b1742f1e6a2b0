import type { OpenApi } from '../../openapi/document.js';
import { applyDiscriminators } from './apply-discriminators.js';
import { describeMediaTypes } from './describe-media-types.js';
import { desugarSchemas } from './desugar-schemas.js';
import { dropUnknownKeywords } from './drop-unknown-keywords.js';
import { inlineReferences } from './inline-references.js';
import { nameBodies } from './name-bodies.js';
import { nameOperations } from './name-operations.js';
import { nameTargets } from './name-targets.js';
import { renameComponents } from './rename-components.js';
import { splitDirections, type DirectionOptions } from './split-directions.js';

/** Gives the same document in a form that later steps find easier. */
export type Rewrite = (document: OpenApi, options: DirectionOptions) => OpenApi;

/** All rewrites of the document, in order. Those of schemas for the validators alone are in `validators/prepare-schema.ts`. */
export const REWRITES: readonly Rewrite[] = [
  // An operation has an ID.
  nameOperations,
  // A schema is an object: `true` becomes `{}`, `false` becomes `{ not: {} }`; keywords without a meaning in 3.1 go.
  desugarSchemas,
  // A schema that a reference leads to is a component, so that it has a name.
  nameTargets,
  // An alternative of a union requires the values of the discriminator that select it.
  applyDiscriminators,
  // A schema has no keys but keywords and extensions. Not earlier: a reference may lead into one.
  dropUnknownKeywords,
  // A component's name is an identifier and the name of a file: `foo-bar` becomes `FooBar`.
  renameComponents,
  // Parameters, bodies and responses are part of the operation that refers to them.
  inlineReferences,
  // A body that is not JSON has the schema of what programs hold: text, bytes, files.
  describeMediaTypes,
  // A read-only property is not required in requests, a write-only one not in answers.
  splitDirections,
  // The schema of a body is a component, named for its operation.
  nameBodies,
];

/** Applies every rewrite. The model is built from what comes out. */
export function rewrite(document: OpenApi, options: DirectionOptions): OpenApi {
  return REWRITES.reduce((current, step) => step(current, options), document);
}
