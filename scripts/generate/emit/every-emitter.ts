import type { Cache } from '../../files/cache.js';
import type { Model, OutputFile } from '../model/model.js';
import { emitCodes } from './codes.js';
import { emitDocument } from './document.js';
import { emitGateways } from './gateways.js';
import { emitJsonSchemas } from './json-schemas.js';
import { emitModels } from './models.js';
import { emitOperations } from './operations.js';
import { emitPaths } from './paths.js';
import { emitResources } from './resources.js';
import { emitValidators } from './validators.js';

/** Makes one output from the model. What takes long to make is kept in the cache, for the next run of the same process. */
export type Emitter = (model: Model, cache?: Cache) => OutputFile[];

/** Every output but `index.ts`, which not every folder gets, and `manifest.json`, which lists all others. */
export const EMITTERS: readonly Emitter[] = [
  emitModels,
  emitPaths,
  emitResources,
  emitOperations,
  emitCodes,
  emitGateways,
  emitValidators,
  emitJsonSchemas,
  emitDocument,
];
