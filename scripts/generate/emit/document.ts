import { jsonFile } from './banner.js';
import type { Model, OutputFile } from '../model/model.js';

/** `openapi.json`: the document itself, in one file, without the facts about gateways, which are in `gateways.ts`. */
export function emitDocument({ document }: Model): OutputFile[] {
  const { 'x-gateways': gateways, ...rest } = document;
  return [jsonFile('openapi.json', gateways === undefined ? document : rest)];
}
