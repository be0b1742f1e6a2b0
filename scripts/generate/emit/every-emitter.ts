import type { Cache } from '../../files/cache.js';
import type { Model, OutputFile } from '../model/model.js';
import { emitCodes } from './codes.js';
import { emitDocument } from './document.js';
import { emitGateways } from './gateways.js';
import { emitJsonSchemas } from './json-schemas.js';
import { emitModels } from './models.js';
import { emitPaths } from './paths.js';
import { emitRequestRules } from './request-rules.js';
import { emitResources } from './resources.js';
import { emitValidators } from './validators.js';

/** Makes one output from the model. What takes long to make is kept in the cache, for the next run of the same process. */
export type Emitter = (model: Model, cache?: Cache) => OutputFile[];

/** Every output but `operations.ts` and `index.ts`, which depend on where the folder is, and `manifest.json`, which lists all others. */
export const EMITTERS: readonly Emitter[] = [
  emitModels,
  emitPaths,
  emitResources,
  emitCodes,
  emitGateways,
  emitRequestRules,
  emitValidators,
  emitJsonSchemas,
  emitDocument,
];
