import { jsonFile } from './banner.js';
import type { Model, OutputFile } from '../model/model.js';

/** `openapi.json`: the document itself, in one file. */
export function emitDocument(model: Model): OutputFile[] {
  return [jsonFile('openapi.json', model.document, 'x-generated')];
}
