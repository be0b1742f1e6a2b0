import type { Model, OutputFile } from '../model/model.js';
import { emitCallOptions } from './call-options.js';
import { emitCodes } from './codes.js';
import type { EmitContext } from './emit-context.js';
import { emitDocument } from './document.js';
import { emitGateways } from './gateways.js';
import { emitJsonSchemas } from './json-schemas.js';
import { emitModels } from './models.js';
import { emitPaths } from './paths.js';
import { emitRequestRules } from './request-rules.js';
import { emitApi, emitResourceIndex } from './all-resources.js';
import { emitResources } from './resources.js';

/** Makes one output from the model. */
export type Emitter = (model: Model, context: EmitContext) => OutputFile[];

/**
 * Every output but the validators, which `start-validators.ts` makes beside these, `index.ts`, which our own package has no
 * use for, and `manifest.json`, which lists all others.
 */
export const EMITTERS: readonly Emitter[] = [
  emitModels,
  emitPaths,
  emitResources,
  emitResourceIndex,
  emitApi,
  emitCallOptions,
  emitCodes,
  emitGateways,
  emitRequestRules,
  emitJsonSchemas,
  emitDocument,
];
