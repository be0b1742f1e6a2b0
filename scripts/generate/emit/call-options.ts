import type { Model, OutputFile } from '../model/model.js';
import { docComment, propertyName } from '../text.js';
import { codeFile } from './banner.js';
import type { EmitContext } from './emit-context.js';
import { importRuntime } from './runtime-module.js';

/** Whether the document adds options to the client and its calls. */
export function hasOwnOptions({ clientOptions }: Model): boolean {
  return Object.keys(clientOptions).length > 0;
}

/** `call-options.ts`: the options of a call with those that the document adds, where it adds any. */
export function emitCallOptions(model: Model, { isOwn }: EmitContext): OutputFile[] {
  if (!hasOwnOptions(model)) return [];
  const members = Object.entries(model.clientOptions).map(
    ([name, { description }]) =>
      `${docComment(description, '  ')}  readonly ${propertyName(name)}?: string | undefined;`,
  );
  const text = [
    importRuntime(['CallOptions as AnyCallOptions'], 'call-options', isOwn),
    `${docComment('Options that the document adds to the client. Those of a single call override them.')}export interface OwnOptions {\n${members.join('\n')}\n}`,
    `${docComment('Options of a single call.')}export interface CallOptions extends AnyCallOptions, OwnOptions {}`,
  ];
  return [codeFile('call-options.ts', text.join('\n\n'))];
}
